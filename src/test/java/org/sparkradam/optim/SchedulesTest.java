package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulesTest {
  @Test
  void constantAndLinearWarmup() {
    assertFactors(Schedules.constant(), 1, 1, 1);
    assertFactors(Schedules.linearWarmup(4), 0.25, 0.5, 0.75, 1, 1);
  }

  @Test
  void untunedWarmups() {
    LearningRateSchedule linear = Schedules.untunedLinearWarmup(0.999);
    assertThat(linear.factor(1)).isEqualTo(0.0005, within(1e-16));
    assertThat(linear.factor(1999)).isLessThan(1);
    assertThat(linear.factor(2001)).isEqualTo(1);
    LearningRateSchedule exponential = Schedules.untunedExponentialWarmup(1 - 1e-12);
    assertThat(exponential.factor(1)).isEqualTo(1e-12 - 5e-25, within(1e-16));
    assertThat(Schedules.untunedExponentialWarmup(0.999).factor(1000))
        .isEqualTo(1 - Math.exp(-1), within(1e-14));
  }

  @Test
  void decays() {
    assertFactors(Schedules.inverseSquareRoot(1), 1, Math.sqrt(0.5), Math.sqrt(1 / 3.0), 0.5);
    assertFactors(Schedules.inverseSquareRoot(2), 1, 1, Math.sqrt(2 / 3.0));
    assertFactors(Schedules.step(2, 0.5), 1, 1, 0.5, 0.5, 0.25);
    assertFactors(Schedules.linearDecay(4, 0.2), 1, 0.8, 0.6, 0.4, 0.2, 0.2);
    assertFactors(Schedules.cosine(2, 0.2), 1, 0.6, 0.2, 0.2);
  }

  @Test
  void compose() {
    LearningRateSchedule transformer =
        Schedules.linearWarmup(4).times(Schedules.inverseSquareRoot(4));
    assertFactors(transformer, 0.25, 0.5, 0.75, 1, Math.sqrt(0.8));
    LearningRateSchedule warmThenFall =
        Schedules.linearWarmup(2).then(2, Schedules.linearDecay(2, 0));
    assertFactors(warmThenFall, 0.5, 1, 1, 0.5, 0);
  }

  @Test
  void areValuesThatPrintTheirSettings() {
    assertThat(Schedules.cosine(10, 0.5)).isEqualTo(Schedules.cosine(10, 0.5));
    assertThat(Schedules.linearWarmup(3).then(3, Schedules.step(2, 0.5)))
        .isEqualTo(Schedules.linearWarmup(3).then(3, Schedules.step(2, 0.5)))
        .asString()
        .contains("LinearWarmup[steps=3]", "Step[every=2, decay=0.5]");
  }

  @Test
  void stayInRangeForAsLongAsOneCanTrain() {
    LearningRateSchedule[] schedules = {
      Schedules.untunedLinearWarmup(0.999),
      Schedules.untunedExponentialWarmup(0.999),
      Schedules.inverseSquareRoot(1),
      Schedules.step(1, 0.5),
      Schedules.cosine(9, 0),
      Schedules.linearDecay(9, 0)
    };
    for (LearningRateSchedule schedule : schedules) {
      assertThat(schedule.factor(Long.MAX_VALUE)).isBetween(0.0, 1.0);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -3})
  void refuseBadCounts(long bad) {
    assertRefused(() -> Schedules.linearWarmup(bad), "steps must be at least 1, but was " + bad);
    assertRefused(() -> Schedules.inverseSquareRoot(bad), "steps must be at least 1");
    assertRefused(() -> Schedules.step(bad, 0.5), "every must be at least 1, but was " + bad);
    assertRefused(() -> Schedules.cosine(bad, 0.5), "steps must be at least 1");
    assertRefused(() -> Schedules.linearDecay(bad, 0.5), "steps must be at least 1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refuseBadFractions(double bad) {
    assertRefused(() -> Schedules.step(1, bad), "decay must be in [0, 1], but was " + bad);
    assertRefused(() -> Schedules.cosine(1, bad), "floor must be in [0, 1], but was " + bad);
    assertRefused(() -> Schedules.linearDecay(1, bad), "floor must be in [0, 1]");
    assertRefused(() -> Schedules.untunedLinearWarmup(bad), "beta2 must be in [0, 1)");
    assertRefused(() -> Schedules.untunedExponentialWarmup(bad), "beta2 must be in [0, 1)");
  }

  @Test
  void refuseMissingParts() {
    assertRefused(() -> Schedules.constant().times(null), "second must be given");
    assertRefused(() -> Schedules.constant().then(1, null), "next must be given");
    assertRefused(() -> Schedules.constant().then(-1, Schedules.constant()), "at least 0");
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
  }

  private static void assertFactors(LearningRateSchedule schedule, double... expected) {
    for (int t = 1; t <= expected.length; t++) {
      assertThat(schedule.factor(t)).isEqualTo(expected[t - 1], within(1e-15));
    }
  }
}
