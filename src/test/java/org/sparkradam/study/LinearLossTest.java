package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearLossTest {
  @ParameterizedTest
  @ValueSource(doubles = {-30, -2, 0, 0.5, 7})
  void logisticIsMinusTheLogOfTheLikelihood(double margin) {
    double probability = 1 / (1 + Math.exp(-margin));
    assertThat(value(LinearLoss.LOGISTIC, 1, margin))
        .isEqualTo(-Math.log(probability), within(1e-9));
    assertThat(value(LinearLoss.LOGISTIC, 0, -margin))
        .isEqualTo(-Math.log(probability), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"-3, 1, 4", "0.5, 1, 0.5", "1, 1, 0", "9, 1, 0", "-3, 0, 0", "0.5, 0, 1.5"})
  void hinge(double margin, double label, double expected) {
    assertThat(value(LinearLoss.HINGE, label, margin)).isEqualTo(expected);
  }

  @Test
  void squaredIsHalfTheSquare() {
    assertThat(value(LinearLoss.SQUARED, 1.5, -0.5)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6, 7})
  void softmaxIsMinusTheLogOfTheLikelihood(int classes) {
    double[] margins = new Random(classes).doubles(classes - 1, -4, 4).toArray();
    double sum = 1 + Arrays.stream(margins).map(Math::exp).sum();
    assertThat(value(LinearLoss.SOFTMAX, 0, margins)).isEqualTo(Math.log(sum), within(1e-12));
    for (int label = 1; label < classes; label++) {
      assertThat(value(LinearLoss.SOFTMAX, label, margins))
          .isEqualTo(Math.log(sum) - margins[label - 1], within(1e-12));
    }
  }

  @Test
  void largeMarginsNeitherOverflowNorVanish() {
    assertThat(value(LinearLoss.LOGISTIC, 0, 1e4)).isEqualTo(1e4);
    assertThat(value(LinearLoss.LOGISTIC, 1, -1e4)).isEqualTo(1e4);
    assertThat(value(LinearLoss.LOGISTIC, 1, 1e4)).isZero();
    assertThat(value(LinearLoss.LOGISTIC, 0, -1e4)).isZero();
    assertThat(value(LinearLoss.SOFTMAX, 0, 1e4, -1e4)).isEqualTo(1e4);
    assertThat(value(LinearLoss.SOFTMAX, 1, 1e4, -1e4)).isZero();
    assertThat(value(LinearLoss.SOFTMAX, 2, 1e4, -1e4)).isEqualTo(2e4);
    assertThat(value(LinearLoss.SOFTMAX, 0, -1e4, -1e4)).isZero();
  }

  /** The margins of one weight vector stand among those of others. */
  @Test
  void readsOnlyItsOwnMargins() {
    double[] margins = {9, 0.3, -0.7, 9};
    assertThat(LinearLoss.SOFTMAX.value(2, margins, 1, 2))
        .isEqualTo(value(LinearLoss.SOFTMAX, 2, 0.3, -0.7));
    assertThat(LinearLoss.HINGE.value(1, margins, 2, 1)).isEqualTo(1.7);
  }

  @ParameterizedTest
  @CsvSource({
    "LOGISTIC, 2",
    "HINGE, 2",
    "SQUARED, 2",
    "SOFTMAX, 3",
    "SOFTMAX, 4",
    "SOFTMAX, 5",
    "SOFTMAX, 6",
    "SOFTMAX, 7"
  })
  void mllibsGradientHasThisLossAndItsSlope(LinearLoss loss, int classes) {
    LinearModel model = new LinearModel(loss, Samples.FEATURES, classes);
    double[] weights = Samples.weights(model, 3);
    for (LabeledPoint row : Samples.rows(loss, classes, 20)) {
      double[] gradient = new double[weights.length];
      double ofMllib =
          model
              .gradient()
              .compute(
                  row.features(), row.label(), Vectors.dense(weights), Vectors.dense(gradient));
      assertThat(loss(model, weights, row)).isEqualTo(ofMllib, offset(1e-10));
      for (int i = 0; i < weights.length; i++) {
        assertThat(slope(model, weights, row, i)).isEqualTo(gradient[i], offset(1e-6));
      }
    }
  }

  private static double slope(LinearModel model, double[] weights, LabeledPoint row, int i) {
    double step = 1e-6;
    double[] moved = weights.clone();
    moved[i] = weights[i] + step;
    double above = loss(model, moved, row);
    moved[i] = weights[i] - step;
    return (above - loss(model, moved, row)) / (2 * step);
  }

  private static double loss(LinearModel model, double[] weights, LabeledPoint row) {
    return value(model.loss(), row.label(), margins(model, weights, row.features()));
  }

  private static double[] margins(LinearModel model, double[] weights, Vector features) {
    double[] margins = new double[model.outputs()];
    WeightBatch.of(model, List.of(weights)).margins(features, margins);
    return margins;
  }

  private static double value(LinearLoss loss, double label, double... margins) {
    return loss.value(label, margins, 0, margins.length);
  }
}
