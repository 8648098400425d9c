package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sparkradam.loss.CoefficientOrder;
import org.sparkradam.loss.centring.LinearCentring;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.RAdam;
import org.sparkradam.optim.Sgd;
import org.sparkradam.train.checkpoint.SavedState;

class CentredStepperTest {
  private static final LinearCentring CENTRING =
      new LinearCentring(new double[] {2, -1}, 1, CoefficientOrder.BY_OUTPUT);
  private static final double[] START = {1, 1, 0.5};
  private static final double[] GRADIENT = {0.3, -0.2, 0.1};

  /** By hand: g_w - m·g_b is (0.1, -0.1), and the intercept on the blocks is b - m·w. */
  @Test
  void stepsOnCentredFeatures() {
    CentredStepper stepper = new CentredStepper(Optimizer.of(Sgd.defaults(), 1), CENTRING, START);
    double[] weights = CENTRING.toBlocks(START);
    stepper.step(weights, new double[] {0.6, -0.4, 0.2}, 2);
    double[] expected = {0.9, 1.1, 0.4 - (2 * 0.9 - 1.1)};
    assertThat(weights).containsExactly(expected, within(1e-15));
  }

  @Test
  void goesOnFromWhatItSaved() {
    Optimizer optimizer = Optimizer.of(RAdam.defaults(), 0.1);
    CentredStepper first = new CentredStepper(optimizer, CENTRING, START);
    double[] weights = CENTRING.toBlocks(START);
    first.step(weights, GRADIENT.clone(), 1);
    SavedState saved = new SavedState();
    first.save(saved);
    CentredStepper second = new CentredStepper(optimizer, CENTRING, new double[3]);
    second.restore(saved);
    double[] resumed = weights.clone();
    second.step(resumed, GRADIENT.clone(), 1);
    first.step(weights, GRADIENT.clone(), 1);
    assertThat(resumed).isEqualTo(weights);
  }
}
