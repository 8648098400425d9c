package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.classification.LinearSVC;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.junit.jupiter.api.Test;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.Hinge;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Term;
import org.sparkradam.optim.Penalty;

/**
 * At convergence the objective is that of Spark's {@code LinearSVC}; the stage's own test has more
 * cases.
 */
class HingeConvergenceTest {
  private static final int FEATURES = LinearRows.FEATURES;

  @Test
  void onDenseWeightedRows() {
    assertAgree(LinearRows.classes(1500, 2).weighted(), Term.FITTED);
  }

  private static void assertAgree(LinearRows rows, Term intercept) {
    try (ShuffledBlocks blocks = rows.blocksOnDriver()) {
      FullBatch batch = new FullBatch(blocks, new LinearLoss(new Hinge(), FEATURES, intercept));
      Penalty penalty = batch.penalty(0, 0.02, FEATURES);
      double expected = batch.objective(penalty, spark(rows, intercept));
      double[] byRadam = batch.radam(200, List.of(penalty)).get(0);
      double[] byLbfgs =
          batch.lbfgs(
              penalty,
              LbfgsSettings.defaults().withLineSearch(LbfgsSettings.LineSearch.BACKTRACKING));
      assertThat(batch.objective(penalty, byRadam)).isEqualTo(expected, within(1e-4));
      assertThat(batch.objective(penalty, byLbfgs)).isEqualTo(expected, within(1e-4));
    }
  }

  private static double[] spark(LinearRows rows, Term intercept) {
    LinearSVCModel model =
        new LinearSVC()
            .setRegParam(0.02)
            .setStandardization(false)
            .setFitIntercept(intercept == Term.FITTED)
            .setWeightCol("weight")
            .setTol(1e-8)
            .setMaxIter(500)
            .fit(rows.table());
    double[] weights = model.coefficients().toArray();
    if (intercept == Term.FITTED) {
      weights = Arrays.copyOf(weights, FEATURES + 1);
      weights[FEATURES] = model.intercept();
    }
    return weights;
  }
}
