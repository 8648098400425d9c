package org.sparkradam.optim;

import java.util.Arrays;

/**
 * u ← μu + g, θ ← θ - αu, or with Nesterov's look-ahead θ ← θ - α(g + μu). Without momentum it is
 * plain SGD.
 *
 * <p>Both are θ ← θ - α(a·u + b·g), so neither needs a branch.
 */
final class HeavyBallStep implements RuleStep {
  private final double[] velocity;
  private final double momentum;
  private final double onVelocity;
  private final double onGradient;

  /**
   * @param onVelocity a, the share of the new velocity in the direction
   * @param onGradient b, the share of the gradient
   */
  HeavyBallStep(double[] velocity, double momentum, double onVelocity, double onGradient) {
    this.velocity = velocity;
    this.momentum = momentum;
    this.onVelocity = onVelocity;
    this.onGradient = onGradient;
  }

  @Override
  public void apply(
      double[] gradient, double[] weights, double[] scale, int from, int length, double rate) {
    // A steady gradient g makes u = g/(1-μ); with any other threshold L1 has another optimum.
    Arrays.fill(scale, 0, length, 1 / (1 - momentum));
    for (int j = 0; j < length; j++) {
      double u = momentum * velocity[from + j] + gradient[j];
      velocity[from + j] = u;
      weights[from + j] -= rate * (onVelocity * u + onGradient * gradient[j]);
    }
  }
}
