package org.sparkradam.optim;

import java.util.List;

/**
 * Adam with Nesterov's momentum (Dozat, "Incorporating Nesterov Momentum into Adam", ICLR workshop
 * 2016), as PyTorch's {@code NAdam} has it: with μ_t = β1(1 - ½·.96^(tψ)),
 *
 * <p>θ ← θ - α ((1-μ_t)/(1-Π_{i≤t} μ_i)·g + μ_{t+1}/(1-Π_{i≤t+1} μ_i)·m) / (√v̂ + ε).
 *
 * @param beta1 decay of the first moment, in [0, 1); .9 by default
 * @param beta2 decay of the second moment, in [0, 1); .999 by default
 * @param epsilon above 0; 1e-8 by default
 * @param momentumDecay ψ, at least 0; .004 by default
 */
public record NAdam(double beta1, double beta2, double epsilon, double momentumDecay)
    implements UpdateRule {
  private static final String PRODUCT = "momentumProduct";

  /**
   * @param beta1 decay of the first moment, in [0, 1); .9 by default
   * @param beta2 decay of the second moment, in [0, 1); .999 by default
   * @param epsilon above 0; 1e-8 by default
   * @param momentumDecay ψ, at least 0; .004 by default
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public NAdam {
    Require.decay("beta1", beta1);
    Require.decay("beta2", beta2);
    Require.positive("epsilon", epsilon);
    Require.nonNegative("momentumDecay", momentumDecay);
  }

  /** {@return the rule with PyTorch's settings: β1 .9, β2 .999, ε 1e-8, ψ .004} */
  public static NAdam defaults() {
    return new NAdam(0.9, 0.999, 1e-8, 0.004);
  }

  @Override
  public List<String> stateNames() {
    return Moments.NAMES;
  }

  @Override
  public List<String> numberNames() {
    return List.of(PRODUCT);
  }

  @Override
  public RuleStep begin(RuleState state, double rate) {
    long t = state.requireOf(this).advance();
    double now = momentum(t);
    double next = momentum(t + 1);
    double product = (t == 1 ? 1 : state.number(PRODUCT)) * now;
    state.set(PRODUCT, product);
    return new Step(
        Moments.of(beta1, beta2),
        (1 - now) / (1 - product),
        next / (1 - product * next),
        Moments.biasCorrection(beta1, t),
        CorrectedRoot.of(beta2, t, epsilon));
  }

  /** μ_t. */
  private double momentum(long t) {
    return beta1 * (1 - 0.5 * StrictMath.pow(0.96, t * momentumDecay));
  }

  /**
   * @param onGradient what the gradient is multiplied by
   * @param onMoment what m is multiplied by
   * @param firstCorrection 1-β1^t
   */
  private record Step(
      Moments moments,
      double onGradient,
      double onMoment,
      double firstCorrection,
      CorrectedRoot root)
      implements RuleStep {
    @Override
    public void apply(StepArrays arrays, int from, int to, double rate) {
      double[] gradient = arrays.gradient();
      MeanGradient mean = arrays.mean();
      double[] weights = arrays.weights();
      double[] first = Moments.first(arrays);
      double[] second = Moments.second(arrays);
      moments.forget(second, from, to);
      for (int i = from; i < to; i++) {
        double g = mean.of(gradient[i]);
        double m = moments.first(first[i], g);
        double v = moments.second(second[i], g);
        first[i] = m;
        second[i] = v;
        // In this order an overflowed v gives 0, not infinity times 0.
        double adaptive = root.inverse(v) * rate;
        weights[i] -= g * (onGradient * adaptive) + m * (onMoment * adaptive);
      }
    }

    @Override
    public void scale(StepArrays arrays, int from, int to, double[] scale) {
      double[] second = Moments.second(arrays);
      for (int i = from; i < to; i++) {
        scale[i] = (onGradient + onMoment * firstCorrection) * root.inverse(second[i]);
      }
    }
  }
}
