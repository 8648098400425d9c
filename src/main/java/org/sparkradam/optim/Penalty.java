package org.sparkradam.optim;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * What holds weights back: l1·Σf|θ| and l2/2·Σfθ² in the objective, both together being the elastic
 * net, and decoupled weight decay θ ← θ - α_t·decay·f·θ, which is no part of it. Immutable.
 *
 * <p>Each coordinate has a factor f, 1 by default; 0 leaves an intercept alone.
 */
public final class Penalty implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Penalty NONE = new Penalty(0, 0, 0, null);

  private final double l1;
  private final double l2;
  private final double decay;

  /** Null where all are 1. */
  private final double[] factors;

  private Penalty(double l1, double l2, double decay, double[] factors) {
    this.l1 = Require.nonNegative("l1", l1);
    this.l2 = Require.nonNegative("l2", l2);
    this.decay = Require.nonNegative("decay", decay);
    this.factors = factors;
  }

  public static Penalty none() {
    return NONE;
  }

  /**
   * A penalty of one kind.
   *
   * @param strength at least 0 and finite, whatever the kind; NONE makes no use of it
   * @throws IllegalArgumentException if the strength is out of range
   */
  public static Penalty of(Regularization kind, double strength) {
    Require.nonNegative("regularization strength", strength);
    return switch (kind) {
      case NONE -> NONE;
      case L1 -> NONE.withL1(strength);
      case L2 -> NONE.withL2(strength);
      case DECOUPLED -> NONE.withDecay(strength);
    };
  }

  public Penalty withL1(double value) {
    return new Penalty(value, l2, decay, factors);
  }

  public Penalty withL2(double value) {
    return new Penalty(l1, value, decay, factors);
  }

  public Penalty withDecay(double value) {
    return new Penalty(l1, l2, value, factors);
  }

  /**
   * With one factor a coordinate, each at least 0 and finite; they are copied.
   *
   * @throws IllegalArgumentException if a factor is out of range
   */
  public Penalty withFactors(double[] values) {
    for (int i = 0; i < values.length; i++) {
      Require.nonNegative("factor " + i, values[i]);
    }
    return new Penalty(l1, l2, decay, values.clone());
  }

  public double l1() {
    return l1;
  }

  public double l2() {
    return l2;
  }

  public double decay() {
    return decay;
  }

  /** The factor of coordinate i. */
  public double factor(int i) {
    return factors == null ? 1 : factors[i];
  }

  /**
   * What the penalty adds to the objective: l1·Σf|θ| + l2/2·Σfθ².
   *
   * @throws IllegalArgumentException if there are factors, but not one a weight
   */
  public double value(double[] weights) {
    requireSize(weights.length);
    double absolute = 0;
    double squared = 0;
    for (int i = 0; i < weights.length; i++) {
      absolute += factor(i) * Math.abs(weights[i]);
      squared += factor(i) * weights[i] * weights[i];
    }
    // A strength of 0 contributes nothing, even where the sum has overflowed.
    return (l1 > 0 ? l1 * absolute : 0) + (l2 > 0 ? l2 / 2 * squared : 0);
  }

  /** Refuses factors that are not one a weight. */
  void requireSize(int size) {
    if (factors != null && factors.length != size) {
      throw Require.refusal("number of penalty factors", factors.length, "the weights', " + size);
    }
  }

  /** λθ joins the block's gradient. */
  void addTo(double[] gradient, double[] weights, int from, int length) {
    if (l2 > 0) {
      for (int j = 0; j < length; j++) {
        gradient[j] += l2 * factor(from + j) * weights[from + j];
      }
    }
  }

  /** θ ← θ - α λ θ over the block. */
  void decay(double[] weights, int from, int length, double rate) {
    if (decay > 0) {
      for (int i = from; i < from + length; i++) {
        weights[i] -= rate * decay * factor(i) * weights[i];
      }
    }
  }

  /** θ ← sign(θ)·max(0, |θ| - α λ s) over the block, s being each coordinate's scale. */
  void shrink(double[] weights, double[] scale, int from, int length, double rate) {
    if (l1 > 0) {
      for (int j = 0; j < length; j++) {
        double threshold = rate * l1 * factor(from + j) * scale[j];
        double weight = weights[from + j];
        weights[from + j] = weight - Math.max(-threshold, Math.min(threshold, weight));
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Penalty that
        && l1 == that.l1
        && l2 == that.l2
        && decay == that.decay
        && Arrays.equals(factors, that.factors);
  }

  @Override
  public int hashCode() {
    return Objects.hash(l1, l2, decay, Arrays.hashCode(factors));
  }

  @Override
  public String toString() {
    String suffix = factors == null ? "" : ", factors=" + factors.length;
    return "Penalty[l1=" + l1 + ", l2=" + l2 + ", decay=" + decay + suffix + "]";
  }
}
