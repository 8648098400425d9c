package org.sparkradam.optim;

import java.util.List;
import java.util.Optional;

/**
 * Adam (Kingma &amp; Ba, ICLR 2015, arXiv 1412.6980, algorithm 1): θ ← θ - α m̂ / (√v̂ + ε).
 *
 * <p>With preconditioning steps n above 0 it is the Adam-2k of Liu et al. (arXiv 1908.03265,
 * section 3.1): the first n gradients enter only v, m and the weights stay; afterwards m̂ is
 * corrected by t - n and v̂ by t.
 *
 * @param beta1 decay of the first moment, in [0, 1); .9 by default
 * @param beta2 decay of the second moment, in [0, 1); .999 by default
 * @param epsilon above 0; 1e-8 by default
 * @param epsilonPlacement CORRECTED by default
 * @param preconditioningSteps n, at least 0; 0 by default
 */
public record Adam(
    double beta1,
    double beta2,
    double epsilon,
    EpsilonPlacement epsilonPlacement,
    long preconditioningSteps)
    implements UpdateRule {
  /**
   * @param beta1 decay of the first moment, in [0, 1); .9 by default
   * @param beta2 decay of the second moment, in [0, 1); .999 by default
   * @param epsilon above 0; 1e-8 by default
   * @param epsilonPlacement CORRECTED by default
   * @param preconditioningSteps n, at least 0; 0 by default
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public Adam {
    Require.decay("beta1", beta1);
    Require.decay("beta2", beta2);
    Require.positive("epsilon", epsilon);
    Require.notNull("epsilonPlacement", epsilonPlacement);
    Require.atLeast("preconditioningSteps", preconditioningSteps, 0);
  }

  /**
   * {@return the rule with the paper's settings: β1 .9, β2 .999, ε 1e-8 beside the corrected root}
   */
  public static Adam defaults() {
    return new Adam(0.9, 0.999, 1e-8, EpsilonPlacement.CORRECTED, 0);
  }

  /**
   * {@return the same with another decay of the first moment}
   *
   * @param value in [0, 1)
   */
  public Adam withBeta1(double value) {
    return new Adam(value, beta2, epsilon, epsilonPlacement, preconditioningSteps);
  }

  /**
   * {@return the same with another decay of the second moment}
   *
   * @param value in [0, 1)
   */
  public Adam withBeta2(double value) {
    return new Adam(beta1, value, epsilon, epsilonPlacement, preconditioningSteps);
  }

  /**
   * {@return the same with another ε}
   *
   * @param value above 0 and finite
   */
  public Adam withEpsilon(double value) {
    return new Adam(beta1, beta2, value, epsilonPlacement, preconditioningSteps);
  }

  /**
   * {@return the same with ε at another place}
   *
   * @param value not null
   */
  public Adam withEpsilonPlacement(EpsilonPlacement value) {
    return new Adam(beta1, beta2, epsilon, value, preconditioningSteps);
  }

  /**
   * {@return the same with another number of first gradients that only v sees}
   *
   * @param value at least 0
   */
  public Adam withPreconditioningSteps(long value) {
    return new Adam(beta1, beta2, epsilon, epsilonPlacement, value);
  }

  @Override
  public List<String> stateNames() {
    return Moments.NAMES;
  }

  @Override
  public Optional<String> tooShort(long steps) {
    return preconditioningSteps < steps
        ? Optional.empty()
        : Optional.of(
            "preconditioningSteps must be below the run's "
                + steps
                + " steps, but is "
                + preconditioningSteps);
  }

  @Override
  public RuleStep begin(RuleState state, double rate) {
    long t = state.requireOf(this).advance();
    Moments moments = Moments.of(beta1, beta2);
    if (t <= preconditioningSteps) {
      return new PreconditioningStep(moments);
    }
    return AdaptiveStep.of(
        moments,
        Moments.biasCorrection(beta1, t - preconditioningSteps),
        Moments.biasCorrection(beta2, t),
        1,
        epsilon,
        epsilonPlacement);
  }

  /** Only v accumulates; m and the weights stay: the first gradients of Adam-2k. */
  private record PreconditioningStep(Moments moments) implements RuleStep {
    @Override
    public boolean moves() {
      return false;
    }

    @Override
    public void apply(StepArrays arrays, int from, int to, double rate) {
      double[] gradient = arrays.gradient();
      MeanGradient mean = arrays.mean();
      double[] second = Moments.second(arrays);
      moments.forget(second, from, to);
      for (int i = from; i < to; i++) {
        second[i] = moments.second(second[i], mean.of(gradient[i]));
      }
    }

    @Override
    public void scale(StepArrays arrays, int from, int to, double[] scale) {}
  }
}
