package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.Penalty;
import org.sparkradam.optim.Sgd;

class PenalisedStepperTest {
  @Test
  void addsThePenaltysGradient() {
    Penalty penalty = Penalty.none().withL2(0.5).withFactors(new double[] {1, 4, 0});
    OptimizerStepper plain = new OptimizerStepper(Optimizer.of(Sgd.defaults(), 0.1), 3);
    double[] weights = {2, -1, 7};
    double[] gradient = {2, 2, 2};
    new PenalisedStepper(plain, GradientClip.none(), penalty).step(weights, gradient, 2);
    assertThat(weights).containsExactly(new double[] {1.8, -0.9, 6.9}, within(1e-12));
  }

  @Test
  void clipsTheDataGradientOnly() {
    Penalty penalty = Penalty.none().withL2(1);
    OptimizerStepper plain = new OptimizerStepper(Optimizer.of(Sgd.defaults(), 1), 2);
    double[] weights = {10, 0};
    new PenalisedStepper(plain, GradientClip.byNorm(1), penalty)
        .step(weights, new double[] {30, 40}, 1);
    assertThat(weights).containsExactly(new double[] {10 - 0.6 - 10, -0.8}, within(1e-12));
  }
}
