package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Sgd;

class StopRuleTest {
  private static LockstepTrial trial(int steps, IntToDoubleFunction loss) {
    LockstepTrial trial = LockstepTrial.of(1, Optimizer.of(Sgd.defaults(), 1e-9), new double[] {0});
    for (int step = 0; step < steps; step++) {
      trial.step(loss.applyAsDouble(step), new double[] {0}, 1, 10);
    }
    return trial;
  }

  private static TrainingState state(long step, double seconds, LockstepTrial... trials) {
    return new TrainingState(step, 0, 10 * step, seconds, List.of(trials));
  }

  @Test
  void limitsSayWhichOneWasReached() {
    StopRule rule =
        StopRule.afterSteps(100).or(StopRule.afterEpochs(2, 30)).or(StopRule.afterSeconds(5));
    assertThat(rule.reason(state(59, 4.9))).isEmpty();
    assertThat(rule.reason(state(60, 4.9))).hasValue("done: 2 epochs");
    assertThat(rule.reason(state(100, 9))).hasValue("done: 100 steps");
    assertThat(rule.reason(state(1, 5))).hasValue("time limit of 5.0 s reached");
  }

  @Test
  void aPlateauIsWhereTheMeanFallsNoMore() {
    StopRule rule = StopRule.onPlateau(0.01, 20);
    LockstepTrial falling = trial(40, step -> 1 - 0.01 * step);
    LockstepTrial noisy = trial(40, step -> 1 + 0.3 * (step % 2));
    assertThat(rule.reason(state(40, 0, falling))).isEmpty();
    assertThat(rule.reason(state(40, 0, noisy))).isPresent();
    assertThat(rule.reason(state(40, 0, noisy, falling))).isEmpty();
    assertThat(rule.reason(state(39, 0, trial(39, step -> 1)))).isEmpty();
  }

  @Test
  void aTrialThatDroppedOutHoldsNobodyUp() {
    LockstepTrial flat = trial(40, step -> 1);
    LockstepTrial diverged = trial(10, step -> step == 9 ? Double.NaN : 1);
    assertThat(StopRule.onPlateau(0.01, 20).reason(state(40, 0, flat, diverged))).isPresent();
  }
}
