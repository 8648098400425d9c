package org.sparkradam.optim;

import java.util.List;

/**
 * LAMB (You et al., "Large Batch Optimization for Deep Learning: Training BERT in 76 minutes", ICLR
 * 2020, arXiv 1904.00962), as optax's {@code lamb}: with u = m̂ / (√v̂ + ε) + λθ, λ being the
 * decoupled decay, each of the {@link Segments} makes the step θ ← θ - α ‖θ‖/‖u‖ u, or with 1 for
 * the ratio where a norm is 0 or too large for a double.
 *
 * @param beta1 decay of the first moment, in [0, 1); .9 by default
 * @param beta2 decay of the second moment, in [0, 1); .999 by default
 * @param epsilon above 0; 1e-6 by default
 */
public record Lamb(double beta1, double beta2, double epsilon) implements UpdateRule {
  /**
   * @param beta1 decay of the first moment, in [0, 1); .9 by default
   * @param beta2 decay of the second moment, in [0, 1); .999 by default
   * @param epsilon above 0; 1e-6 by default
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public Lamb {
    Require.decay("beta1", beta1);
    Require.decay("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  /** {@return the rule with optax's settings: β1 .9, β2 .999, ε 1e-6} */
  public static Lamb defaults() {
    return new Lamb(0.9, 0.999, 1e-6);
  }

  @Override
  public List<String> stateNames() {
    return Moments.NAMES;
  }

  @Override
  public boolean mayLeaveOut() {
    return false;
  }

  @Override
  public RuleStep begin(RuleState state, double rate) {
    long t = state.requireOf(this).advance();
    double first = Moments.biasCorrection(beta1, t);
    CorrectedRoot root = CorrectedRoot.of(beta2, t, epsilon);
    return new NormStep(Moments.of(beta1, beta2), new Direction(first, root));
  }

  /**
   * u.
   *
   * @param firstCorrection 1-β1^t
   */
  private record Direction(double firstCorrection, CorrectedRoot root) {
    double of(double m, double v, double decay, double weight) {
      return m * (root.inverse(v) / firstCorrection) + decay * weight;
    }
  }

  /** Sums θ² and u². */
  private record NormStep(Moments moments, Direction direction) implements SegmentStep {
    @Override
    public boolean decays() {
      return true;
    }

    @Override
    public int sums() {
      return 2;
    }

    @Override
    public void measure(StepArrays arrays, int from, int to, double[] sums) {
      double[] weights = arrays.weights();
      double[] first = Moments.first(arrays);
      double[] second = Moments.second(arrays);
      moments.forget(second, from, to);
      for (int i = from; i < to; i++) {
        double g = arrays.mean().of(arrays.gradient()[i]);
        first[i] = moments.first(first[i], g);
        second[i] = moments.second(second[i], g);
        double u = direction.of(first[i], second[i], arrays.decay()[i], weights[i]);
        sums[0] += weights[i] * weights[i];
        sums[1] += u * u;
      }
    }

    @Override
    public RuleStep of(double[] sums) {
      double ratio = Math.sqrt(sums[0]) / Math.sqrt(sums[1]);
      boolean known = ratio > 0 && ratio < Double.POSITIVE_INFINITY;
      return new Step(direction, known ? ratio : 1);
    }
  }

  private record Step(Direction direction, double ratio) implements RuleStep {
    @Override
    public boolean decays() {
      return true;
    }

    @Override
    public void apply(StepArrays arrays, int from, int to, double rate) {
      double[] weights = arrays.weights();
      double[] first = Moments.first(arrays);
      double[] second = Moments.second(arrays);
      for (int i = from; i < to; i++) {
        double u = direction.of(first[i], second[i], arrays.decay()[i], weights[i]);
        weights[i] -= rate * ratio * u;
      }
    }

    @Override
    public void scale(StepArrays arrays, int from, int to, double[] scale) {
      double[] second = Moments.second(arrays);
      for (int i = from; i < to; i++) {
        scale[i] = ratio * direction.root.inverse(second[i]);
      }
    }
  }
}
