package org.sparkradam.optim;

import java.util.List;

/**
 * Schedule-free RAdam (Defazio et al., "The Road Less Scheduled", NeurIPS 2024, arXiv 2405.15682),
 * as the authors' {@code RAdamScheduleFree}, which neither a schedule nor a warm-up belongs to.
 * Gradients are taken at y = (1-β1)z + β1x, where z goes the steps and x is the mean of z, weighted
 * by t^r and the square of the largest rate so far; x is what is {@link #evaluated}.
 *
 * <p>The weights that step are y, and the state keeps d = z - y: with the rate γ = α r_t, the share
 * c of the new z in the mean, and h = g/(√v̂ + ε) + λy, λ being the decoupled decay,
 *
 * <p>y ← y + c d + γ(β1(1-c) - 1) h, d ← (1-c)(d - γβ1 h), x = y - d(1-β1)/β1.
 *
 * <p>Until RAdam rectifies (ρ_t > 4) only v accumulates. L1 is refused: a proximal step would have
 * to be one of z.
 *
 * @param beta1 share of x in y, in (0, 1); .9 by default
 * @param beta2 decay of the second moment, in [0, 1); .999 by default
 * @param epsilon above 0; 1e-8 by default
 * @param power r of the mean's weights, at least 0; 0 by default
 */
public record ScheduleFreeRAdam(double beta1, double beta2, double epsilon, double power)
    implements UpdateRule {
  private static final double THRESHOLD = 4;
  private static final String LARGEST_RATE = "largestRate";
  private static final String WEIGHT_SUM = "weightSum";
  private static final List<String> NAMES = List.of("ahead", "secondMoment");

  /**
   * @param beta1 share of x in y, in (0, 1); .9 by default
   * @param beta2 decay of the second moment, in [0, 1); .999 by default
   * @param epsilon above 0; 1e-8 by default
   * @param power r of the mean's weights, at least 0; 0 by default
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public ScheduleFreeRAdam {
    Require.decay("beta1", beta1);
    Require.positive("beta1", beta1);
    Require.decay("beta2", beta2);
    Require.positive("epsilon", epsilon);
    Require.nonNegative("power", power);
    if (SmaLength.limit(beta2) <= THRESHOLD) {
      throw Require.refusal("beta2", beta2, "above .6, or it would never move");
    }
  }

  /** {@return the rule with the authors' settings: β1 .9, β2 .999, ε 1e-8, r 0} */
  public static ScheduleFreeRAdam defaults() {
    return new ScheduleFreeRAdam(0.9, 0.999, 1e-8, 0);
  }

  @Override
  public List<String> stateNames() {
    return NAMES;
  }

  @Override
  public List<String> numberNames() {
    return List.of(LARGEST_RATE, WEIGHT_SUM);
  }

  @Override
  public boolean mayLeaveOut() {
    return false;
  }

  @Override
  public void requireSuits(Penalty penalty) {
    if (penalty.l1() > 0) {
      throw Require.refusal("l1 of schedule-free RAdam", penalty.l1(), "0");
    }
  }

  @Override
  public RuleStep begin(RuleState state, double rate) {
    long t = state.requireOf(this).advance();
    Moments moments = Moments.of(beta1, beta2);
    if (!(AdaptiveRateVariance.smaLength(beta2, t) > THRESHOLD)) {
      return new Silent(moments);
    }
    double rectified =
        rate * AdaptiveRateVariance.rectification(beta2, t, VarianceModel.FIRST_ORDER);
    double largest = Math.max(rectified, state.number(LARGEST_RATE));
    double weight = StrictMath.pow(t, power) * largest * largest;
    double sum = state.number(WEIGHT_SUM) + weight;
    state.set(LARGEST_RATE, largest);
    state.set(WEIGHT_SUM, sum);
    double share = sum == 0 ? 0 : weight / sum;
    return new Step(moments, rectified, share, CorrectedRoot.of(beta2, t, epsilon));
  }

  /** x. */
  @Override
  public double[] evaluated(RuleState state, double[] weights) {
    double[] ahead = state.array("ahead");
    double[] mean = new double[weights.length];
    Ranges.forEach(
        weights.length,
        range -> {
          for (int i = range.from(); i < range.to(); i++) {
            mean[i] = weights[i] - ahead[i] * ((1 - beta1) / beta1);
          }
        });
    return mean;
  }

  private record Silent(Moments moments) implements RuleStep {
    @Override
    public boolean moves() {
      return false;
    }

    @Override
    public void apply(StepArrays arrays, int from, int to, double rate) {
      double[] second = Moments.second(arrays);
      moments.forget(second, from, to);
      for (int i = from; i < to; i++) {
        second[i] = moments.second(second[i], arrays.mean().of(arrays.gradient()[i]));
      }
    }
  }

  /**
   * @param rectified γ
   * @param share c
   */
  private record Step(Moments moments, double rectified, double share, CorrectedRoot root)
      implements RuleStep {
    @Override
    public boolean decays() {
      return true;
    }

    @Override
    public void apply(StepArrays arrays, int from, int to, double rate) {
      double[] gradient = arrays.gradient();
      MeanGradient mean = arrays.mean();
      double[] weights = arrays.weights();
      double[] decay = arrays.decay();
      double[] ahead = arrays.state()[0];
      double[] second = Moments.second(arrays);
      double onAhead = rectified * moments.beta1();
      double onWeight = rectified * (moments.beta1() * (1 - share) - 1);
      moments.forget(second, from, to);
      for (int i = from; i < to; i++) {
        double g = mean.of(gradient[i]);
        double v = moments.second(second[i], g);
        double h = g * root.inverse(v) + decay[i] * weights[i];
        double d = ahead[i];
        second[i] = v;
        weights[i] += share * d + onWeight * h;
        ahead[i] = (1 - share) * (d - onAhead * h);
      }
    }
  }
}
