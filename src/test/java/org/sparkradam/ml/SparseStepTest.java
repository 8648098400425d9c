package org.sparkradam.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.block.LabeledRow;

/** Which weights a step moves; the rules themselves are held by TouchedStepTest. */
class SparseStepTest {
  private static final Dataset<Row> DENSE = StageRows.classes(300, 2).cache();

  /** Row i has feature i mod 20, and nothing else. */
  private static final Dataset<Row> RARE = StageRows.of(rare()).cache();

  private static List<LabeledRow> rare() {
    List<LabeledRow> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      double label = i % 20 < 10 == i % 7 < 5 ? 1 : 0;
      rows.add(
          new LabeledRow(
              label, 1, Vectors.sparse(20, new int[] {i % 20}, new double[] {1 + i % 3})));
    }
    return rows;
  }

  private static MiniBatchLogisticRegression stage(String sparseStep) {
    return new MiniBatchLogisticRegression().setMaxIter(40).setSparseStep(sparseStep);
  }

  @Test
  void whereAllAreTouchedLazyIsDense() {
    LogisticRegressionModel lazy = stage("lazy").setBatchSize(300).fit(DENSE);
    LogisticRegressionModel dense = stage("dense").setBatchSize(300).fit(DENSE);
    assertThat(lazy.coefficients()).isEqualTo(dense.coefficients());
    assertThat(lazy.intercept()).isEqualTo(dense.intercept());
  }

  /** The momentum of the dense rule moves features that the later minibatches do not have. */
  @Test
  void featuresThatTheMinibatchHasNotStayWhereTheyAre() {
    List<double[]> lazy = weights(stage("lazy"));
    List<double[]> dense = weights(stage("dense"));
    assertThat(mostMovedInAStep(lazy)).isLessThanOrEqualTo(2);
    assertThat(mostMovedInAStep(dense)).isGreaterThan(2);
  }

  private static List<double[]> weights(MiniBatchLogisticRegression stage) {
    List<double[]> weights = new ArrayList<>();
    stage.setBatchSize(2).setFitIntercept(false);
    stage.setTrainingListener(state -> weights.add(state.trials().get(0).weights().clone()));
    stage.fit(RARE);
    return weights;
  }

  private static long mostMovedInAStep(List<double[]> weights) {
    long most = 0;
    for (int step = 1; step < weights.size(); step++) {
      long moved = 0;
      for (int i = 0; i < weights.get(step).length; i++) {
        moved += weights.get(step)[i] == weights.get(step - 1)[i] ? 0 : 1;
      }
      most = Math.max(most, moved);
    }
    return most;
  }

  static Stream<MiniBatchLogisticRegression> thatMoveOthers() {
    return Stream.of(
        stage("lazy").setRegParam(0.1),
        stage("lazy").setWeightDecay(0.1),
        stage("lazy").setSolver("adamw"));
  }

  @ParameterizedTest
  @MethodSource("thatMoveOthers")
  void refusesWhatMovesOtherWeights(MiniBatchLogisticRegression stage) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stage.fit(RARE))
        .withMessageContaining("must be 0 with sparseStep lazy");
  }

  @Test
  void trainsTheOtherModels() {
    MiniBatchFMClassifier factors = new MiniBatchFMClassifier().setSparseStep("lazy");
    MiniBatchMultilayerPerceptronClassifier perceptron =
        new MiniBatchMultilayerPerceptronClassifier()
            .setLayers(new int[] {20, 4, 2})
            .setSparseStep("lazy");
    for (Dataset<Row> predicted :
        List.of(factors.fit(RARE).transform(RARE), perceptron.fit(RARE).transform(RARE))) {
      assertThat(predicted.filter("prediction = label").count()).isGreaterThan(270);
    }
  }
}
