package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.DenseVector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.Hinge;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.optim.Penalty;

/** The minimum of a full batch, by quasi-Newton steps. */
class LbfgsTest {
  private static final int FEATURES = LinearRows.FEATURES;
  private static final LinearRows ROWS = LinearRows.classes(500, 2);
  private static final LbfgsSettings TIGHT = LbfgsSettings.defaults().withTolerance(1e-12);
  private static final BlockLoss LOGISTIC = new LinearLoss(new Logistic(), FEATURES, Term.FITTED);

  private static ShuffledBlocks blocks;

  @BeforeAll
  static void ingest() {
    blocks = ROWS.blocks();
  }

  @AfterAll
  static void release() {
    blocks.close();
  }

  @ParameterizedTest
  @CsvSource({"0, 0.1", "0.02, 0.1", "0.1, 0.1"})
  void findsTheMinimumOfAPlainDescent(double l1, double l2) {
    Penalty penalty = penalty(l1, l2);
    double[] expected = plainMinimum(l1, l2);
    double[] found = last(new Lbfgs(objective(penalty), penalty, zeros(), TIGHT)).weights();
    assertThat(found).containsExactly(expected, within(1e-6));
    for (int i = 0; i < found.length; i++) {
      assertThat(found[i] == 0).as("weight %d is 0", i).isEqualTo(expected[i] == 0);
    }
    assertThat(Arrays.stream(found).filter(weight -> weight == 0).count())
        .isBetween(l1 > 0 ? 1L : 0L, l1 > 0 ? FEATURES - 1L : 0L);
  }

  @Test
  void aHugeL1LeavesTheInterceptAlone() {
    Penalty penalty = penalty(10, 0);
    double[] found = last(new Lbfgs(objective(penalty), penalty, zeros(), TIGHT)).weights();
    double positives = ROWS.rows().stream().mapToDouble(LabeledRow::label).average().orElseThrow();
    assertThat(Arrays.copyOf(found, FEATURES)).containsOnly(0);
    assertThat(found[FEATURES]).isEqualTo(Math.log(positives / (1 - positives)), within(1e-6));
  }

  @Test
  void goesDownFromTheStartAndSaysWhereItIs() {
    Penalty penalty = penalty(0, 0.01);
    FullBatchObjective objective = objective(penalty);
    List<Lbfgs.State> states = all(new Lbfgs(objective, penalty, zeros(), TIGHT));
    assertThat(states.get(0))
        .returns(0, Lbfgs.State::iteration)
        .returns(1, Lbfgs.State::evaluations)
        .returns(objective.at(zeros()).value(), Lbfgs.State::objective);
    for (int i = 1; i < states.size(); i++) {
      assertThat(states.get(i - 1).stop()).isEmpty();
      assertThat(states.get(i).iteration()).isEqualTo(i);
      assertThat(states.get(i).objective()).isLessThan(states.get(i - 1).objective());
      assertThat(states.get(i).objective())
          .isEqualTo(objective.at(states.get(i).weights()).value());
    }
    Lbfgs.State end = states.get(states.size() - 1);
    assertThat(end.stop().orElseThrow()).contains("converged");
    // The last point of a line search is not evaluated twice.
    assertThat(end.evaluations()).isLessThan(2 * end.iteration());
  }

  @Test
  void theObjectiveOfOwlQnHasItsL1Part() {
    Penalty penalty = penalty(0.05, 0.1);
    Lbfgs.State end = last(new Lbfgs(objective(penalty), penalty, zeros(), TIGHT));
    assertThat(end.objective())
        .isEqualTo(
            objective(penalty).at(end.weights()).value() + penalty.withL2(0).value(end.weights()),
            within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02})
  void startsAnewFromTheWeightsOfAState(double l1) {
    Penalty penalty = penalty(l1, 0.1);
    FullBatchObjective objective = objective(penalty);
    Lbfgs.State stopped = last(new Lbfgs(objective, penalty, zeros(), TIGHT.withMaxIterations(3)));
    assertThat(stopped.stop()).contains("max iterations reached");
    List<Lbfgs.State> resumed = all(new Lbfgs(objective, penalty, stopped.weights(), TIGHT));
    assertThat(resumed.get(0).objective()).isEqualTo(stopped.objective());
    assertThat(resumed.get(resumed.size() - 1).weights())
        .containsExactly(plainMinimum(l1, 0.1), within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05})
  void twiceTheSameBits(double l1) {
    Penalty penalty = penalty(l1, 0.1);
    Lbfgs.State first = last(new Lbfgs(objective(penalty), penalty, zeros(), TIGHT));
    try (ShuffledBlocks again = ROWS.blocks()) {
      SmoothObjective objective =
          new FullBatchObjective(again, LOGISTIC, new PortableKernel(), penalty);
      Lbfgs.State second = last(new Lbfgs(objective, penalty, zeros(), TIGHT));
      assertThat(second.weights()).isEqualTo(first.weights());
      assertThat(second.objective()).isEqualTo(first.objective());
      assertThat(second.evaluations()).isEqualTo(first.evaluations());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHingeStopsWithAReason(LbfgsSettings.LineSearch lineSearch) {
    Penalty penalty = penalty(0, 0.01);
    SmoothObjective hinge =
        new FullBatchObjective(
            blocks,
            new LinearLoss(new Hinge(), FEATURES, Term.FITTED),
            new PortableKernel(),
            penalty);
    LbfgsSettings settings = TIGHT.withTolerance(1e-4).withLineSearch(lineSearch);
    Lbfgs.State end = last(new Lbfgs(hinge, penalty, zeros(), settings));
    assertThat(end.stop()).isPresent();
    assertThat(end.objective()).isLessThan(0.9);
  }

  /** Along the edges of a steep roof turned over no step goes down as the slope says. */
  @Test
  void aLineSearchThatFailsIsAReasonToStop() {
    SmoothObjective roof =
        w ->
            new SmoothObjective.Value(
                Math.abs(w[0] - 1) + 10 * Math.abs(w[1] - w[0]),
                new double[] {
                  Math.signum(w[0] - 1) - 10 * Math.signum(w[1] - w[0]),
                  10 * Math.signum(w[1] - w[0])
                });
    double[] start = {5, 3};
    assertThat(last(new Lbfgs(roof, Penalty.none(), start, TIGHT.withTolerance(0))).stop())
        .contains("line search failed!");
    assertThat(last(new Lbfgs(roof, Penalty.none().withL1(0.1), start, TIGHT)).stop()).isPresent();
  }

  @Test
  void stopsAtOnceWhereThereIsNothingToGain() {
    Lbfgs.State only =
        new Lbfgs(
                w -> new SmoothObjective.Value(0, new double[1]),
                Penalty.none(),
                new double[1],
                TIGHT)
            .next();
    assertThat(only.stop()).contains("gradient converged");
    assertThat(only.iteration()).isZero();
  }

  /** θ - log θ has no value below 0, where the first long step ends. */
  @Test
  void aLineSearchComesBackFromWhereTheObjectiveIsNotFinite() {
    SmoothObjective logarithm =
        w -> new SmoothObjective.Value(w[0] - Math.log(w[0]), new double[] {1 - 1 / w[0]});
    Lbfgs.State end = last(new Lbfgs(logarithm, Penalty.none(), new double[] {9}, TIGHT));
    assertThat(end.weights()[0]).isEqualTo(1, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1", "Infinity, 1", "1, NaN"})
  void refusesAStartThatIsNotFinite(double value, double slope) {
    SmoothObjective objective = w -> new SmoothObjective.Value(value, new double[] {slope});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Lbfgs(objective, Penalty.none(), new double[1], TIGHT))
        .withMessage(
            "the objective and its gradient must be finite at the start, but the objective was %s",
            value);
  }

  @Test
  void theCallersStartStaysWhatItIs() {
    Penalty penalty = penalty(0.05, 0.1);
    double[] start = zeros();
    List<Lbfgs.State> states = all(new Lbfgs(objective(penalty), penalty, start, TIGHT));
    assertThat(start).containsOnly(0);
    assertThat(states.get(0).weights()).containsOnly(0);
  }

  @Test
  void refusesSettingsOutOfRange() {
    LbfgsSettings defaults = LbfgsSettings.defaults();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withMaxIterations(-1))
        .withMessage("maxIterations must be at least 0, but was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withMemory(0))
        .withMessage("memory must be at least 1, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withTolerance(Double.NaN))
        .withMessage("tolerance must be at least 0, but was NaN");
  }

  private static FullBatchObjective objective(Penalty penalty) {
    return new FullBatchObjective(blocks, LOGISTIC, new PortableKernel(), penalty);
  }

  /** Leaves the intercept alone. */
  private static Penalty penalty(double l1, double l2) {
    double[] factors = zeros();
    Arrays.fill(factors, 0, FEATURES, 1);
    return Penalty.none().withL1(l1).withL2(l2).withFactors(factors);
  }

  private static double[] zeros() {
    return new double[FEATURES + 1];
  }

  static List<Lbfgs.State> all(Lbfgs lbfgs) {
    List<Lbfgs.State> states = new ArrayList<>();
    lbfgs.forEachRemaining(states::add);
    return states;
  }

  static Lbfgs.State last(Lbfgs lbfgs) {
    List<Lbfgs.State> states = all(lbfgs);
    return states.get(states.size() - 1);
  }

  /** Proximal gradient descent, row by row, until the weights stand still. */
  private static double[] plainMinimum(double l1, double l2) {
    double[] weights = zeros();
    for (int step = 0; step < 1500; step++) {
      double[] gradient = plainGradient(weights);
      for (int i = 0; i < weights.length; i++) {
        double penalized = i < FEATURES ? 1 : 0;
        double moved = weights[i] - 0.4 * (gradient[i] + penalized * l2 * weights[i]);
        double threshold = 0.4 * penalized * l1;
        weights[i] = Math.signum(moved) * Math.max(0, Math.abs(moved) - threshold);
      }
    }
    return weights;
  }

  private static double[] plainGradient(double[] weights) {
    double[] sum = zeros();
    for (LabeledRow row : ROWS.rows()) {
      double[] x = ((DenseVector) row.features()).values();
      double margin = weights[FEATURES];
      for (int i = 0; i < FEATURES; i++) {
        margin += weights[i] * x[i];
      }
      double error = 1 / (1 + Math.exp(-margin)) - row.label();
      for (int i = 0; i <= FEATURES; i++) {
        sum[i] += error * (i < FEATURES ? x[i] : 1) / ROWS.rows().size();
      }
    }
    return sum;
  }
}
