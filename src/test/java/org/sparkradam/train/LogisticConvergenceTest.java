package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.junit.jupiter.api.Test;
import org.sparkradam.block.IngestSettings;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.CoefficientOrder;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.Softmax;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.centring.LinearCentring;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.RuleState;
import org.sparkradam.optim.StepOutcome;

/** At convergence the coefficients are those of Spark's {@code LogisticRegression}. */
class LogisticConvergenceTest {
  private static final int FEATURES = LinearRows.FEATURES;
  private static final int ROWS = 1500;
  private static final int STEPS = 200;

  /** L1 and L2: ridge, and an elastic net that leaves some coefficients out. */
  private static final double[][] STRENGTHS = {{0, 0.02}, {0.01, 0.01}};

  @Test
  void binaryOnDenseWeightedRows() {
    assertBinary(LinearRows.classes(ROWS, 2).weighted(), Term.FITTED);
  }

  @Test
  void binaryOnSparseRowsWithoutIntercept() {
    assertBinary(LinearRows.classes(ROWS, 2).sparse(), Term.ABSENT);
  }

  @Test
  void multinomialOnDenseWeightedRows() {
    assertMultinomial(LinearRows.classes(ROWS, 4).weighted(), Term.FITTED);
  }

  @Test
  void multinomialOnSparseRowsWithoutIntercepts() {
    assertMultinomial(LinearRows.classes(ROWS, 4).sparse(), Term.ABSENT);
  }

  @Test
  void standardizedWithCentresThatTheBlocksDoNotHave() {
    LinearRows rows = LinearRows.classes(ROWS, 2).weighted();
    FeatureMoments moments = FeatureMoments.of(rows);
    LinearCentring centring =
        new LinearCentring(moments.scaledMeans(), 1, CoefficientOrder.BY_OUTPUT);
    try (ShuffledBlocks blocks =
        rows.blocks(IngestSettings.of(1).withChunks(2).withScale(moments.scale()))) {
      FullBatch batch =
          new FullBatch(blocks, new LinearLoss(new Logistic(), FEATURES, Term.FITTED));
      for (double[] strength : STRENGTHS) {
        Penalty penalty = batch.penalty(strength[0], strength[1], FEATURES);
        double[] expected = binary(spark(strength).setStandardization(true), rows, Term.FITTED);
        double[] byRadam =
            batch.train(STEPS, centred(centring, FullBatch.quick(STEPS).withPenalty(penalty)));
        assertAgree(moments.unscaled(byRadam), expected);
        SmoothObjective objective = centred(centring, batch.smooth(penalty));
        double[] byLbfgs = centring.toBlocks(batch.lbfgs(penalty, objective));
        assertAgree(moments.unscaled(byLbfgs), expected);
      }
    }
  }

  private static WeightStepper centred(LinearCentring centring, Optimizer optimizer) {
    RuleState state = optimizer.start(FEATURES + 1);
    return (weights, gradientSum, rowWeight) -> {
      double[] centred = centring.toCentred(weights);
      centring.correct(gradientSum);
      StepOutcome outcome = optimizer.step(state, centred, gradientSum, rowWeight);
      centring.toBlocks(centred, weights);
      return outcome;
    };
  }

  private static SmoothObjective centred(LinearCentring centring, SmoothObjective ofBlocks) {
    return weights -> {
      SmoothObjective.Value value = ofBlocks.at(centring.toBlocks(weights));
      centring.correct(value.gradient());
      return value;
    };
  }

  private static void assertBinary(LinearRows rows, Term intercept) {
    List<double[]> expected =
        Arrays.stream(STRENGTHS).map(s -> binary(spark(s), rows, intercept)).toList();
    try (ShuffledBlocks blocks = rows.blocksOnDriver()) {
      assertAgree(
          new FullBatch(blocks, new LinearLoss(new Logistic(), FEATURES, intercept)),
          FEATURES,
          expected);
    }
  }

  private static void assertMultinomial(LinearRows rows, Term intercept) {
    List<double[]> expected =
        Arrays.stream(STRENGTHS).map(s -> multinomial(spark(s), rows, intercept)).toList();
    try (ShuffledBlocks blocks = rows.blocksOnDriver()) {
      assertAgree(
          new FullBatch(blocks, new LinearLoss(new Softmax(4), FEATURES, intercept)),
          4 * FEATURES,
          expected);
    }
  }

  /** A trial for every strength, and L-BFGS. */
  private static void assertAgree(FullBatch batch, int coefficients, List<double[]> expected) {
    List<Penalty> penalties =
        Arrays.stream(STRENGTHS).map(s -> batch.penalty(s[0], s[1], coefficients)).toList();
    List<double[]> byRadam = batch.radam(STEPS, penalties);
    for (int k = 0; k < STRENGTHS.length; k++) {
      assertAgree(centredIntercepts(byRadam.get(k), coefficients), expected.get(k));
      assertAgree(centredIntercepts(batch.lbfgs(penalties.get(k)), coefficients), expected.get(k));
    }
    // The elastic net leaves some coefficients out, and not all.
    assertThat(byRadam.get(1)).contains(0);
    assertThat(Arrays.stream(byRadam.get(1)).filter(weight -> weight != 0).count())
        .isGreaterThan(coefficients / 4);
  }

  private static void assertAgree(double[] weights, double[] expected) {
    assertThat(weights).containsExactly(expected, within(1e-3));
    for (int i = 0; i < weights.length; i++) {
      assertThat(weights[i] == 0).as("weight %d is 0", i).isEqualTo(expected[i] == 0);
    }
  }

  private static LogisticRegression spark(double[] strength) {
    double sum = strength[0] + strength[1];
    return new LogisticRegression()
        .setRegParam(sum)
        .setElasticNetParam(strength[0] / sum)
        .setStandardization(false)
        .setWeightCol("weight")
        .setTol(1e-13)
        .setMaxIter(1000);
  }

  private static double[] binary(LogisticRegression trainer, LinearRows rows, Term intercept) {
    LogisticRegressionModel model =
        trainer.setFitIntercept(intercept == Term.FITTED).fit(rows.table());
    double[] weights = model.coefficients().toArray();
    if (intercept == Term.FITTED) {
      weights = Arrays.copyOf(weights, FEATURES + 1);
      weights[FEATURES] = model.intercept();
    }
    return weights;
  }

  private static double[] multinomial(LogisticRegression trainer, LinearRows rows, Term intercept) {
    LogisticRegressionModel model =
        trainer
            .setFamily("multinomial")
            .setFitIntercept(intercept == Term.FITTED)
            .fit(rows.table());
    double[] coefficients =
        IntStream.range(0, 4 * FEATURES)
            .mapToDouble(i -> model.coefficientMatrix().apply(i / FEATURES, i % FEATURES))
            .toArray();
    if (intercept == Term.ABSENT) {
      return coefficients;
    }
    double[] weights = Arrays.copyOf(coefficients, 4 * FEATURES + 4);
    System.arraycopy(model.interceptVector().toArray(), 0, weights, 4 * FEATURES, 4);
    return weights;
  }

  /** Of several intercepts only the differences matter; Spark makes their mean 0. */
  private static double[] centredIntercepts(double[] weights, int coefficients) {
    double[] centred = weights.clone();
    int intercepts = weights.length - coefficients;
    if (intercepts > 1) {
      double mean = Arrays.stream(weights, coefficients, weights.length).average().orElseThrow();
      for (int i = coefficients; i < weights.length; i++) {
        centred[i] -= mean;
      }
    }
    return centred;
  }
}
