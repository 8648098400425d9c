package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.optim.StepOutcome;

class LossHistoryTest {
  private static final String ABOVE = "loss above 10 times the initial one at step ";

  @Test
  void beginsEmpty() {
    LossHistory history = new LossHistory();
    assertThat(history.steps()).isZero();
    assertThat(history.losses()).isEmpty();
    assertThat(history.divergence()).isEmpty();
  }

  @Test
  void keepsEveryLoss() {
    LossHistory history = new LossHistory();
    for (int i = 0; i < 1000; i++) {
      history.add(1.0 / (i + 1));
    }
    assertThat(history.steps()).isEqualTo(1000);
    assertThat(history.losses()).hasSize(1000).startsWith(1, 0.5).endsWith(0.001);
    history.losses()[0] = 5;
    assertThat(history.losses()[0]).isEqualTo(1);
  }

  @Test
  void smoothsFromTheFirstLossOn() {
    LossHistory history = history(2);
    assertThat(history.smoothed()).isEqualTo(2);
    history.add(3);
    assertThat(history.smoothed()).isCloseTo(2.1, within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aLossThatIsNotFiniteIsDivergence(double loss) {
    assertThat(history(1, 2, loss).divergence()).contains("loss not finite at step 3");
    assertThat(history(loss).divergence()).contains("loss not finite at step 1");
  }

  @Test
  void aWeightThatIsNotFiniteIsDivergence() {
    LossHistory history = history(1, 2);
    history.check(new StepOutcome(true, true, Double.NaN));
    assertThat(history.divergence()).isEmpty();
    history.check(new StepOutcome(true, false, 0));
    assertThat(history.divergence()).contains("weights not finite at step 2");
  }

  /** The smoothed loss is 1 at step 1 and 10.9 at step 2. */
  @Test
  void twentyStepsFarAboveAreDivergence() {
    LossHistory history = history(1);
    addRepeatedly(history, 100, 19);
    assertThat(history.divergence()).isEmpty();
    history.add(100);
    assertThat(history.divergence()).contains(ABOVE + 21);
  }

  /** The smoothed loss is about 11, once below 10, and about 11 again. */
  @Test
  void theTwentyStepsAreInARow() {
    LossHistory history = history(1, 100);
    addRepeatedly(history, 11, 18);
    history.add(0);
    assertThat(history.smoothed()).isBetween(9.0, 10.0);
    history.add(25);
    addRepeatedly(history, 11, 18);
    assertThat(history.divergence()).isEmpty();
    history.add(11);
    assertThat(history.divergence()).contains(ABOVE + 41);
  }

  @Test
  void tenTimesTheInitialLossIsNoDivergence() {
    LossHistory history = history(1);
    addRepeatedly(history, 10, 1000);
    assertThat(history.divergence()).isEmpty();
  }

  @Test
  void oneOutlierIsNoDivergence() {
    LossHistory history = history(1, 500);
    addRepeatedly(history, 0.5, 100);
    assertThat(history.divergence()).isEmpty();
  }

  /** A first minibatch of nothing but zeros to predict, say; ten times 0 is no measure. */
  @Test
  void aLossOfZeroIsNotTheInitialOne() {
    LossHistory history = history(0, 0);
    addRepeatedly(history, 1, 100);
    assertThat(history.divergence()).isEmpty();
    addRepeatedly(history, 1e3, 20);
    assertThat(history.divergence()).isPresent();
  }

  @Test
  void aPatientOneMindsOnlyWhatIsNotFinite() {
    LossHistory history = LossHistory.patient();
    history.add(1);
    addRepeatedly(history, 1e9, 100);
    assertThat(history.divergence()).isEmpty();
    history.add(Double.NaN);
    assertThat(history.divergence()).contains("loss not finite at step 102");
  }

  private static LossHistory history(double... losses) {
    LossHistory history = new LossHistory();
    for (double loss : losses) {
      history.add(loss);
    }
    return history;
  }

  private static void addRepeatedly(LossHistory history, double loss, int times) {
    for (int i = 0; i < times; i++) {
      history.add(loss);
    }
  }
}
