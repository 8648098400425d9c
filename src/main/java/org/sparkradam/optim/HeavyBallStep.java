package org.sparkradam.optim;

import java.util.Arrays;

/**
 * u ← μu + g, θ ← θ - αu, or with Nesterov's look-ahead θ ← θ - α(g + μu). Without momentum it is
 * plain SGD.
 *
 * <p>Both are θ ← θ - α(a·u + b·g), so neither needs a branch.
 *
 * @param momentum μ
 * @param onVelocity a, the share of the new velocity in the direction
 * @param onGradient b, the share of the gradient
 */
record HeavyBallStep(double momentum, double onVelocity, double onGradient) implements RuleStep {
  @Override
  public void apply(StepBlock block, double rate) {
    // A steady gradient g makes u = g/(1-μ); with any other threshold L1 has another optimum.
    Arrays.fill(block.scale, 1 / (1 - momentum));
    double[] gradient = block.gradient;
    double[] velocity = block.state[0];
    double[] weights = block.weights;
    for (int j = 0; j < block.length; j++) {
      double u = momentum * velocity[j] + gradient[j];
      velocity[j] = u;
      weights[j] -= rate * (onVelocity * u + onGradient * gradient[j]);
    }
  }
}
