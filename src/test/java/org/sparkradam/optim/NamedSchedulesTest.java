package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class NamedSchedulesTest {
  @Test
  void namesStandForSchedules() {
    assertThat(NamedSchedules.schedule("constant", 9)).isEqualTo(Schedules.constant());
    assertThat(NamedSchedules.schedule("inverse-square-root", 9))
        .isEqualTo(Schedules.inverseSquareRoot(1));
    assertThat(NamedSchedules.schedule("cosine", 9)).isEqualTo(Schedules.cosine(9, 0));
    assertThat(NamedSchedules.schedule("linear-decay", 9)).isEqualTo(Schedules.linearDecay(9, 0));
    assertThat(NamedSchedules.schedule("step", 9)).isEqualTo(Schedules.step(3, 0.1));
    assertThat(NamedSchedules.schedule("step", 1)).isEqualTo(Schedules.step(1, 0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamedSchedules.schedule("cosinus", 9))
        .withMessageContaining("linear-decay, step, but was cosinus");
  }

  @Test
  void namesStandForWarmups() {
    assertThat(NamedSchedules.warmup("none", 0.9)).isEqualTo(Schedules.constant());
    assertThat(NamedSchedules.warmup("0", 0.9)).isEqualTo(Schedules.constant());
    assertThat(NamedSchedules.warmup("70", 0.9)).isEqualTo(Schedules.linearWarmup(70));
    assertThat(NamedSchedules.warmup("untuned-linear", 0.9))
        .isEqualTo(Schedules.untunedLinearWarmup(0.9));
    assertThat(NamedSchedules.warmup("untuned-exponential", 0.9))
        .isEqualTo(Schedules.untunedExponentialWarmup(0.9));
    for (String bad : new String[] {"-1", "", "1.5", "linear"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NamedSchedules.warmup(bad, 0.9))
          .withMessageEndingWith("untuned-exponential, but was " + bad);
    }
  }
}
