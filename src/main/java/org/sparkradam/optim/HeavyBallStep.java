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
  public void apply(StepArrays arrays, int from, int to, double rate) {
    double[] gradient = arrays.gradient();
    MeanGradient mean = arrays.mean();
    double[] weights = arrays.weights();
    double[] velocity = arrays.state()[0];
    for (int i = from; i < to; i++) {
      double g = mean.of(gradient[i]);
      double u = momentum * velocity[i] + g;
      velocity[i] = u;
      weights[i] -= rate * (onVelocity * u + onGradient * g);
    }
  }

  @Override
  public void scale(StepArrays arrays, int from, int to, double[] scale) {
    // A steady gradient g makes u = g/(1-μ); with any other threshold L1 has another optimum.
    Arrays.fill(scale, from, to, 1 / (1 - momentum));
  }
}
