package org.sparkradam.optim;

import java.util.Arrays;
import java.util.List;

/**
 * Rectified Adam (Liu et al., "On the Variance of the Adaptive Learning Rate and Beyond", ICLR
 * 2020, arXiv 1908.03265, algorithm 2).
 *
 * <p>Once ρ_t exceeds the threshold: θ ← θ - α r_t m̂ l with l as {@link EpsilonPlacement} says and
 * r_t from {@link AdaptiveRateVariance#rectification}. Until then what {@link BelowThreshold} says.
 * Where ρ∞ = 2/(1-β2) - 1 does not exceed the threshold it never rectifies.
 *
 * @param beta1 decay of the first moment, in [0, 1); .9 by default
 * @param beta2 decay of the second moment, in [0, 1); .999 by default
 * @param epsilon above 0; 1e-8 by default
 * @param epsilonPlacement RAW by default
 * @param rhoThreshold at least 4 with the first-order variance, at least 2 with the exact one; 4 by
 *     default (PyTorch has 5)
 * @param varianceModel FIRST_ORDER by default
 * @param belowThreshold MOMENTUM by default; SKIP is refused where it would never move
 */
public record RAdam(
    double beta1,
    double beta2,
    double epsilon,
    EpsilonPlacement epsilonPlacement,
    double rhoThreshold,
    VarianceModel varianceModel,
    BelowThreshold belowThreshold)
    implements UpdateRule {
  /**
   * @param beta1 decay of the first moment, in [0, 1); .9 by default
   * @param beta2 decay of the second moment, in [0, 1); .999 by default
   * @param epsilon above 0; 1e-8 by default
   * @param epsilonPlacement RAW by default
   * @param rhoThreshold at least 4 with the first-order variance, at least 2 with the exact one; 4
   *     by default (PyTorch has 5)
   * @param varianceModel FIRST_ORDER by default
   * @param belowThreshold MOMENTUM by default; SKIP is refused where it would never move
   * @throws IllegalArgumentException if a setting is out of its range, alone or with the others
   */
  public RAdam {
    Require.decay("beta1", beta1);
    Require.decay("beta2", beta2);
    Require.positive("epsilon", epsilon);
    Require.notNull("epsilonPlacement", epsilonPlacement);
    Require.notNull("varianceModel", varianceModel);
    Require.notNull("belowThreshold", belowThreshold);
    Require.atLeast("rhoThreshold", rhoThreshold, varianceModel.definedAbove());
    double limit = SmaLength.limit(beta2);
    if (belowThreshold == BelowThreshold.SKIP && limit <= rhoThreshold) {
      String right = "below 2/(1-beta2) - 1 = " + limit + " with SKIP, which would never move";
      throw Require.refusal("rhoThreshold", rhoThreshold, right);
    }
  }

  /**
   * {@return the rule with the paper's settings: β1 .9, β2 .999, ε 1e-8 beside the raw root,
   * threshold 4 of the first-order variance, momentum below it}
   */
  public static RAdam defaults() {
    return new RAdam(
        0.9,
        0.999,
        1e-8,
        EpsilonPlacement.RAW,
        4,
        VarianceModel.FIRST_ORDER,
        BelowThreshold.MOMENTUM);
  }

  /**
   * {@return the same with another decay of the first moment}
   *
   * @param value in [0, 1)
   */
  public RAdam withBeta1(double value) {
    return new RAdam(
        value, beta2, epsilon, epsilonPlacement, rhoThreshold, varianceModel, belowThreshold);
  }

  /**
   * {@return the same with another decay of the second moment}
   *
   * @param value in [0, 1); with SKIP such that 2/(1-β2) - 1 exceeds the threshold
   */
  public RAdam withBeta2(double value) {
    return new RAdam(
        beta1, value, epsilon, epsilonPlacement, rhoThreshold, varianceModel, belowThreshold);
  }

  /**
   * {@return the same with another ε}
   *
   * @param value above 0 and finite
   */
  public RAdam withEpsilon(double value) {
    return new RAdam(
        beta1, beta2, value, epsilonPlacement, rhoThreshold, varianceModel, belowThreshold);
  }

  /**
   * {@return the same with ε at another place}
   *
   * @param value not null
   */
  public RAdam withEpsilonPlacement(EpsilonPlacement value) {
    return new RAdam(beta1, beta2, epsilon, value, rhoThreshold, varianceModel, belowThreshold);
  }

  /**
   * With another threshold; for one below 4 set the exact variance first.
   *
   * @param value at least 4, with the exact variance at least 2
   * @return the same but for it
   */
  public RAdam withRhoThreshold(double value) {
    return new RAdam(beta1, beta2, epsilon, epsilonPlacement, value, varianceModel, belowThreshold);
  }

  /**
   * {@return the same with another variance to rectify by}
   *
   * @param value defined above a ρ that the threshold is not below
   */
  public RAdam withVarianceModel(VarianceModel value) {
    return new RAdam(beta1, beta2, epsilon, epsilonPlacement, rhoThreshold, value, belowThreshold);
  }

  /**
   * {@return the same with something else to do below the threshold}
   *
   * @param value SKIP only where ρ can exceed the threshold
   */
  public RAdam withBelowThreshold(BelowThreshold value) {
    return new RAdam(beta1, beta2, epsilon, epsilonPlacement, rhoThreshold, varianceModel, value);
  }

  @Override
  public List<String> stateNames() {
    return Moments.NAMES;
  }

  @Override
  public RuleStep begin(RuleState state, double rate) {
    long t = state.requireOf(this).advance();
    Moments moments = Moments.of(beta1, beta2);
    if (AdaptiveRateVariance.smaLength(beta2, t) > rhoThreshold) {
      return rectified(moments, t);
    }
    return switch (belowThreshold) {
      case MOMENTUM -> new MomentumStep(moments, Moments.biasCorrection(beta1, t));
      case SKIP -> new SkippedStep(moments);
    };
  }

  private RuleStep rectified(Moments moments, long t) {
    return AdaptiveStep.of(
        moments,
        Moments.biasCorrection(beta1, t),
        Moments.biasCorrection(beta2, t),
        AdaptiveRateVariance.rectification(beta2, t, varianceModel),
        epsilon,
        epsilonPlacement);
  }

  /** θ ← θ - α m̂ while v accumulates: RAdam below its threshold. */
  private record MomentumStep(Moments moments, double firstCorrection) implements RuleStep {
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
        first[i] = m;
        second[i] = moments.second(second[i], g);
        weights[i] -= m * momentumRate;
      }
    }

    @Override
    public void scale(StepArrays arrays, int from, int to, double[] scale) {
      Arrays.fill(scale, from, to, 1);
    }
  }

  /** Both moments accumulate, the weights stay: RAdam below its threshold, when told to skip. */
  private record SkippedStep(Moments moments) implements RuleStep {
    @Override
    public boolean moves() {
      return false;
    }

    @Override
    public void apply(StepArrays arrays, int from, int to, double rate) {
      double[] gradient = arrays.gradient();
      MeanGradient mean = arrays.mean();
      double[] first = Moments.first(arrays);
      double[] second = Moments.second(arrays);
      moments.forget(second, from, to);
      for (int i = from; i < to; i++) {
        double g = mean.of(gradient[i]);
        first[i] = moments.first(first[i], g);
        second[i] = moments.second(second[i], g);
      }
    }

    @Override
    public void scale(StepArrays arrays, int from, int to, double[] scale) {}
  }
}
