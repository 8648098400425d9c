package org.sparkradam.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkradam.fit.Fit.TimeLimit;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Sgd;
import org.sparkradam.train.LockstepTrial;
import org.sparkradam.train.TrainingState;

class TimeLimitTest {
  @Test
  void endsTrainingOnceItHasLasted() {
    LockstepTrial trial = LockstepTrial.of(1, Optimizer.of(Sgd.defaults(), 1), new double[1]);
    List<Long> told = new ArrayList<>();
    TimeLimit limit = new TimeLimit(3, state -> told.add(state.step()));
    limit.onState(after(2.9, trial));
    assertThat(trial.active()).isTrue();
    limit.onState(after(3, trial));
    assertThat(trial.finished()).contains("has trained for 3.0 s");
    assertThat(told).hasSize(2);
  }

  private static TrainingState after(double seconds, LockstepTrial trial) {
    return new TrainingState(1, 0, 10, seconds, List.of(trial));
  }
}
