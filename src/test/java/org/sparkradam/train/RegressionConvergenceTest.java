package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.junit.jupiter.api.Test;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.Huber;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Squared;
import org.sparkradam.loss.Term;
import org.sparkradam.optim.Penalty;

/** At convergence the coefficients are those of Spark's {@code LinearRegression}. */
class RegressionConvergenceTest {
  private static final int FEATURES = LinearRows.FEATURES;
  private static final int ROWS = 1500;
  private static final int STEPS = 200;
  private static final double EPSILON = 1.35;

  @Test
  void squaredOnDenseWeightedRows() {
    assertSquared(LinearRows.numbers(ROWS).weighted(), Term.FITTED);
  }

  @Test
  void squaredOnSparseRowsWithoutIntercept() {
    assertSquared(LinearRows.numbers(ROWS).sparse(), Term.ABSENT);
  }

  @Test
  void huberOnDenseWeightedRows() {
    assertHuber(LinearRows.numbers(ROWS).weighted(), Term.FITTED);
  }

  @Test
  void huberOnSparseRowsWithoutIntercept() {
    assertHuber(LinearRows.numbers(ROWS).sparse(), Term.ABSENT);
  }

  /**
   * Spark divides the labels by their deviation s, and its penalty is of coefficients in units of
   * s: of its objective times s² the L2 part is λ(1 - α)/(2s)·Σβ², the L1 part λα·Σ|β|.
   */
  private static void assertSquared(LinearRows rows, Term intercept) {
    double deviation = FeatureMoments.deviation(rows, LabeledRow::label);
    double[][] strengths = {{0, 0.1}, {1, 0.1}};
    try (ShuffledBlocks blocks = rows.blocksOnDriver()) {
      FullBatch batch = new FullBatch(blocks, new LinearLoss(new Squared(), FEATURES, intercept));
      List<Penalty> penalties =
          Arrays.stream(strengths).map(s -> batch.penalty(s[0], s[1], FEATURES)).toList();
      List<double[]> byRadam = batch.radam(STEPS, penalties);
      for (int k = 0; k < strengths.length; k++) {
        double l1 = strengths[k][0];
        double l2 = strengths[k][1] * deviation;
        LinearRegressionModel model =
            spark(intercept)
                .setRegParam(l1 + l2)
                .setElasticNetParam(l1 / (l1 + l2))
                .fit(rows.table());
        double[] expected = weights(model, intercept);
        assertAgree(byRadam.get(k), expected);
        assertAgree(batch.lbfgs(penalties.get(k)), expected);
        assertThat(l1 > 0).isEqualTo(Arrays.stream(expected).anyMatch(weight -> weight == 0));
      }
    }
  }

  /** Without L1, which Spark has not either; our last weight is log σ. */
  private static void assertHuber(LinearRows rows, Term intercept) {
    LinearRegressionModel model =
        spark(intercept).setLoss("huber").setEpsilon(EPSILON).setRegParam(0.1).fit(rows.table());
    double[] coefficients = weights(model, intercept);
    double[] expected = Arrays.copyOf(coefficients, coefficients.length + 1);
    expected[coefficients.length] = Math.log(model.scale());
    try (ShuffledBlocks blocks = rows.blocksOnDriver()) {
      FullBatch batch =
          new FullBatch(blocks, new LinearLoss(new Huber(EPSILON), FEATURES, intercept));
      Penalty penalty = batch.penalty(0, 0.1, FEATURES);
      assertAgree(batch.radam(STEPS, List.of(penalty)).get(0), expected);
      assertAgree(batch.lbfgs(penalty), expected);
    }
  }

  private static LinearRegression spark(Term intercept) {
    return new LinearRegression()
        .setSolver("l-bfgs")
        .setStandardization(false)
        .setFitIntercept(intercept == Term.FITTED)
        .setWeightCol("weight")
        .setTol(1e-13)
        .setMaxIter(1000);
  }

  private static double[] weights(LinearRegressionModel model, Term intercept) {
    double[] weights =
        Arrays.copyOf(
            model.coefficients().toArray(), FEATURES + (intercept == Term.FITTED ? 1 : 0));
    if (intercept == Term.FITTED) {
      weights[FEATURES] = model.intercept();
    }
    return weights;
  }

  private static void assertAgree(double[] weights, double[] expected) {
    assertThat(weights).containsExactly(expected, within(1e-3));
    for (int i = 0; i < weights.length; i++) {
      assertThat(weights[i] == 0).as("weight %d is 0", i).isEqualTo(expected[i] == 0);
    }
  }
}
