package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightBatchTest {
  @ParameterizedTest
  @CsvSource({"LOGISTIC, 2, 1", "LOGISTIC, 2, 3", "SOFTMAX, 4, 1", "SOFTMAX, 4, 3"})
  void marginsAreDotProducts(LinearLoss loss, int classes, int vectors) {
    LinearModel model = new LinearModel(loss, Samples.FEATURES, classes);
    List<double[]> weights =
        LongStream.range(0, vectors).mapToObj(seed -> Samples.weights(model, seed)).toList();
    WeightBatch batch = WeightBatch.of(model, weights);
    assertThat(batch.vectors()).isEqualTo(vectors);
    assertThat(batch.outputs()).isEqualTo(classes - 1);
    double[] margins = new double[vectors * model.outputs()];
    for (LabeledPoint row : Samples.rows(loss, classes, 9)) {
      batch.margins(row.features(), margins);
      for (int i = 0; i < margins.length; i++) {
        double[] ofVector = weights.get(i / model.outputs());
        double expected = dot(ofVector, i % model.outputs() * model.stride(), row.features());
        assertThat(margins[i]).isEqualTo(expected, within(1e-12));
      }
    }
  }

  private static double dot(double[] weights, int from, Vector features) {
    double sum = 0;
    for (int j = 0; j < features.size(); j++) {
      sum += weights[from + j] * features.apply(j);
    }
    return sum;
  }
}
