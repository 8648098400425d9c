package org.sparkradam.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.study.solver.SolverParser;
import org.sparkradam.train.evaluation.Evaluation;

class SolverAtRateTest {
  private static final Solver ADAM = SolverParser.parse("adam");
  private static final Solver SGD = SolverParser.parse("sgd");

  @Test
  void bestHasTheLowestMeanTestLoss() {
    SolverAtRate steady = group(ADAM, 0.1, outcome(0.5), outcome(0.5));
    SolverAtRate lucky = group(ADAM, 0.2, outcome(0.1), outcome(1.1));
    SolverAtRate other = group(SGD, 0.1, outcome(0.2));
    assertThat(SolverAtRate.best(List.of(lucky, steady, other), ADAM)).hasValue(steady);
  }

  @Test
  void bestDidNotDivergeOnAnySeed() {
    SolverAtRate good = group(ADAM, 0.1, outcome(0.5), outcome(0.5));
    SolverAtRate broken = group(ADAM, 0.2, outcome(0.1), diverged(0.1));
    assertThat(SolverAtRate.best(List.of(broken, good), ADAM)).hasValue(good);
    assertThat(SolverAtRate.best(List.of(broken), ADAM)).isEmpty();
    assertThat(broken.diverged()).isEqualTo(1);
  }

  @Test
  void aLossThatIsNoNumberIsNotTheBest() {
    SolverAtRate good = group(ADAM, 0.1, outcome(0.5));
    SolverAtRate none = group(ADAM, 0.2, outcome(Double.NaN));
    assertThat(SolverAtRate.best(List.of(none, good), ADAM)).hasValue(good);
  }

  @Test
  void spreadsAreOverSeeds() {
    SolverAtRate group = group(ADAM, 0.1, outcome(0.5), outcome(0.75));
    assertThat(group.testLoss()).isEqualTo(new MeanAndRange(0.625, 0.5, 0.75));
    assertThat(group.trainLoss()).isEqualTo(new MeanAndRange(0.3125, 0.25, 0.375));
    assertThat(group.testMetric()).isEqualTo(new MeanAndRange(0.375, 0.25, 0.5));
    assertThat(group.seconds()).isEqualTo(new MeanAndRange(2, 2, 2));
  }

  private static SolverAtRate group(Solver solver, double rate, Ending... outcomes) {
    return new SolverAtRate(
        solver,
        rate,
        IntStream.range(0, outcomes.length)
            .mapToObj(i -> outcomes[i].of(new Trial(i + 1, solver, rate, i)))
            .toList());
  }

  private static Ending outcome(double testLoss) {
    return new Ending(testLoss, Optional.empty());
  }

  private static Ending diverged(double testLoss) {
    return new Ending(testLoss, Optional.of("loss not finite at step 3"));
  }

  /** What differs between the trials of these tests. */
  private record Ending(double testLoss, Optional<String> divergence) {
    TrialOutcome of(Trial trial) {
      return new TrialOutcome(
          new Trial.Run(trial, 9, 90, 2, new double[] {1}, divergence),
          new Evaluation(testLoss / 2, 0),
          new Evaluation(testLoss, 1 - testLoss),
          List.of());
    }
  }
}
