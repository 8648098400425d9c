package org.sparkradam.optim;

/** Gradients to step along in tests. */
@FunctionalInterface
interface Objective {
  double[] gradient(double[] weights);

  /** Σ a_i/2 (θ_i - c_i)², whose gradient is a∘(θ-c). */
  static Objective quadratic(double[] a, double[] c) {
    return weights -> {
      double[] gradient = new double[weights.length];
      for (int i = 0; i < weights.length; i++) {
        gradient[i] = a[i] * (weights[i] - c[i]);
      }
      return gradient;
    };
  }

  static Objective constant(double... gradient) {
    return weights -> gradient;
  }

  /** The weights after some steps from a fresh state. */
  default double[] minimise(Optimizer optimizer, int steps, double... initial) {
    double[] weights = initial.clone();
    RuleState state = optimizer.start(weights.length);
    for (int t = 0; t < steps; t++) {
      optimizer.step(state, weights, gradient(weights));
    }
    return weights;
  }
}
