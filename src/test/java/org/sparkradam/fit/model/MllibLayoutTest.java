package org.sparkradam.fit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.study.Samples;

/** The same rows have the same loss by MLlib's gradient and by ours, each in its own layout. */
class MllibLayoutTest {
  private static final int ROWS = 50;

  @ParameterizedTest
  @CsvSource({"LOGISTIC, 2", "HINGE, 2", "SQUARED, 2", "SOFTMAX, 2", "SOFTMAX, 5"})
  void bothWaysTheLossIsMllibs(LinearKind kind, int classes) {
    LinearModel model = new LinearModel(kind, Samples.FEATURES, classes);
    MllibLayout layout = new MllibLayout(model);
    List<LabeledPoint> rows = Samples.rows(kind, classes, ROWS);
    double[] ours = Samples.weights(model, 3);
    double[] theirs = new Random(4).doubles(layout.weightCount(), -1, 1).toArray();
    assertThat(mllib(layout, layout.fromModel(ours), rows))
        .isEqualTo(loss(model, ours, rows), within(1e-12));
    assertThat(loss(model, layout.toModel(theirs), rows))
        .isEqualTo(mllib(layout, theirs, rows), within(1e-12));
    assertThat(layout.fromModel(layout.toModel(theirs))).isEqualTo(theirs);
  }

  @ParameterizedTest
  @CsvSource({"LOGISTIC, 2, 1", "SOFTMAX, 5, 4"})
  void interceptsAreNotPenalised(LinearKind kind, int classes, int outputs) {
    LinearModel model = new LinearModel(kind, Samples.FEATURES, classes);
    double[] factors = new MllibLayout(model).penaltyFactors();
    assertThat(factors).hasSize(outputs * (Samples.FEATURES + 1));
    for (int i = 0; i < factors.length; i++) {
      assertThat(factors[i]).isEqualTo(i % 6 == 5 ? 0 : 1);
    }
  }

  private static double mllib(MllibLayout layout, double[] weights, List<LabeledPoint> rows) {
    double[] unused = new double[weights.length];
    return rows.stream()
        .mapToDouble(
            row ->
                layout
                    .gradient()
                    .compute(
                        row.features(), row.label(), Vectors.dense(weights), Vectors.dense(unused)))
        .sum();
  }

  private static double loss(LinearModel model, double[] weights, List<LabeledPoint> rows) {
    double[] values = new double[rows.size() * Samples.FEATURES];
    for (int i = 0; i < rows.size(); i++) {
      double[] row = rows.get(i).features().toArray();
      System.arraycopy(row, 0, values, i * Samples.FEATURES, Samples.FEATURES);
    }
    double[] labels = rows.stream().mapToDouble(LabeledPoint::label).toArray();
    GradientSums sums = new GradientSums(1, weights.length);
    model
        .loss()
        .add(
            new DenseBlock(Samples.FEATURES, values, labels, null),
            new RowRange(0, rows.size()),
            new double[][] {weights},
            sums,
            new PortableKernel());
    // MLlib's least squares reports (m - y)²/2 too.
    return sums.losses()[0];
  }
}
