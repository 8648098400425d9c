package org.sparkradam.optim;

import java.util.List;

/**
 * AdaBelief (Zhuang et al., "AdaBelief Optimizer", NeurIPS 2020, arXiv 2010.07468): Adam whose
 * second moment is that of g - m, how far a gradient is from what was expected. As optax's {@code
 * adabelief}: v ← β2 v + (1-β2)(g-m)² + ε_root, θ ← θ - α m̂ / (√v̂ + ε).
 *
 * @param beta1 decay of the first moment, in [0, 1); .9 by default
 * @param beta2 decay of the second moment, in [0, 1); .999 by default
 * @param epsilon above 0; 1e-16 by default
 * @param epsilonRoot at least 0; 1e-16 by default
 */
public record AdaBelief(double beta1, double beta2, double epsilon, double epsilonRoot)
    implements UpdateRule {
  private static final List<String> NAMES = List.of("firstMoment", "secondCentralMoment");

  /**
   * @param beta1 decay of the first moment, in [0, 1); .9 by default
   * @param beta2 decay of the second moment, in [0, 1); .999 by default
   * @param epsilon above 0; 1e-16 by default
   * @param epsilonRoot at least 0; 1e-16 by default
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public AdaBelief {
    Require.decay("beta1", beta1);
    Require.decay("beta2", beta2);
    Require.positive("epsilon", epsilon);
    Require.nonNegative("epsilonRoot", epsilonRoot);
  }

  /** {@return the rule with optax's settings: β1 .9, β2 .999, both ε 1e-16} */
  public static AdaBelief defaults() {
    return new AdaBelief(0.9, 0.999, 1e-16, 1e-16);
  }

  @Override
  public List<String> stateNames() {
    return NAMES;
  }

  @Override
  public RuleStep begin(RuleState state, double rate) {
    long t = state.requireOf(this).advance();
    return new Step(
        Moments.of(beta1, beta2),
        epsilonRoot,
        Moments.biasCorrection(beta1, t),
        CorrectedRoot.of(beta2, t, epsilon));
  }

  /**
   * @param firstCorrection 1-β1^t
   */
  private record Step(
      Moments moments, double epsilonRoot, double firstCorrection, CorrectedRoot root)
      implements RuleStep {
    @Override
    public void apply(StepArrays arrays, int from, int to, double rate) {
      double[] gradient = arrays.gradient();
      MeanGradient mean = arrays.mean();
      double[] weights = arrays.weights();
      double[] first = Moments.first(arrays);
      double[] second = Moments.second(arrays);
      double momentumRate = rate / firstCorrection;
      moments.forget(second, from, to);
      for (int i = from; i < to; i++) {
        double g = mean.of(gradient[i]);
        double m = moments.first(first[i], g);
        double v = moments.second(second[i], g - m) + epsilonRoot;
        first[i] = m;
        second[i] = v;
        // In this order an overflowed v gives 0, not infinity times 0.
        weights[i] -= m * (root.inverse(v) * momentumRate);
      }
    }

    @Override
    public void scale(StepArrays arrays, int from, int to, double[] scale) {
      double[] second = Moments.second(arrays);
      for (int i = from; i < to; i++) {
        scale[i] = root.inverse(second[i]);
      }
    }
  }
}
