package org.sparkradam.study.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.table.column.BadInputException;

/** What becomes of a solver's settings at the steps of a run of 90 steps at rate 2. */
class SolverTest {
  private static final long STEPS = 90;

  @ParameterizedTest
  @CsvSource({
    "sgd, 2, 2, 2",
    "sgd:warmup=none, 2, 2, 2",
    "sgd:warmup=0, 2, 2, 2",
    "sgd:warmup=10, 0.2, 2, 2",
    "sgd:warmup=180, 0.0111111111, 0.3333333333, 1",
    "sgd:schedule=constant, 2, 2, 2",
    "sgd:schedule=inverse-square-root, 2, 0.3651483717, 0.2108185107",
    "sgd:schedule=linear-decay, 2, 1.3555555556, 0.0222222222",
    "sgd:schedule=cosine, 2, 1.5299192642, 0.0006091730",
    "sgd:schedule=step, 2, 2, 0.02",
    "sgd:warmup=60:schedule=linear-decay, 0.0333333333, 0.6777777778, 0.0222222222",
    "adam:warmup=untuned-linear, 0.001, 0.03, 0.09",
    "adam:warmup=untuned-linear:beta2=0.9, 0.1, 2, 2",
    "adam:warmup=untuned-exponential:beta2=0.9, 0.1903251639, 1.9004258633, 1.9997531804",
  })
  void rateAtTheFirstTheThirtiethAndTheLastStep(
      String text, double first, double thirtieth, double last) {
    Optimizer optimizer = optimizer(text);
    assertThat(LongStream.of(1, 30, STEPS).mapToDouble(optimizer::rate).toArray())
        .containsExactly(new double[] {first, thirtieth, last}, within(1e-9));
  }

  @Test
  void weightDecayJoinsTheObjectivesPenalty() {
    assertThat(optimizer("adamw").penalty()).isEqualTo(penalty().withDecay(0.01));
    assertThat(optimizer("adam").penalty()).isEqualTo(penalty());
  }

  @Test
  void decayIsScaledByTheRateAndSparesTheIntercept() {
    StochasticSolver solver = (StochasticSolver) SolverParser.parse("sgd:weightDecay=0.1");
    Penalty objective = Penalty.none().withFactors(new double[] {1, 0});
    Optimizer optimizer = solver.optimizer(0.5, objective, STEPS, 100);
    double[] weights = {2, 2};
    optimizer.step(optimizer.start(2), weights, new double[] {0, 0});
    assertThat(weights).containsExactly(new double[] {2 - 0.5 * 0.1 * 2, 2}, within(1e-15));
  }

  @Test
  void onlyTheDataGradientIsClipped() {
    StochasticSolver solver = (StochasticSolver) SolverParser.parse("sgd:gradientClip=5");
    Optimizer optimizer = solver.optimizer(1, Penalty.none().withL2(1), STEPS, 100);
    double[] weights = {100, 0};
    optimizer.step(optimizer.start(2), weights, new double[] {30, 40});
    assertThat(weights).containsExactly(new double[] {-3, -4}, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"adam-2k, 2000", "adam-2k, 200", "adam:preconditioningSteps=5, 5"})
  void preconditioningMustEndBeforeTheRunDoes(String text, long steps) {
    StochasticSolver solver = (StochasticSolver) SolverParser.parse(text);
    assertThatThrownBy(() -> solver.requireFits(steps))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("solver " + text)
        .hasMessageContaining("preconditioningSteps must be below the run's " + steps + " steps")
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({"adam-2k, 2001", "adam-2k:preconditioningSteps=199, 200", "adam, 1", "sgd, 1"})
  void shorterPreconditioningFits(String text, long steps) {
    SolverParser.parse(text).requireFits(steps);
  }

  private static Penalty penalty() {
    return Penalty.none().withL1(0.1).withL2(0.2);
  }

  private static Optimizer optimizer(String text) {
    return ((StochasticSolver) SolverParser.parse(text)).optimizer(2, penalty(), STEPS, 100);
  }
}
