package org.sparkradam.optim;

import java.io.Serializable;
import java.util.Objects;

/**
 * What holds weights back: l1·Σf|θ| and l2/2·Σfθ² in the objective, both together being the elastic
 * net, and decoupled weight decay θ ← θ - α_t·decay·f·θ, which is no part of it. Immutable.
 *
 * <p>Each coordinate has a factor f, 1 by default; 0 leaves an intercept alone. L1, L2 and decay
 * may differ in their factors.
 */
public final class Penalty implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Penalty NONE = new Penalty(0, 0, 0, Factors.ONES);

  private final double l1;
  private final double l2;
  private final double decay;

  private final Factors factors;

  private Penalty(double l1, double l2, double decay, Factors factors) {
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
   * With one factor a coordinate, the same for L1, L2 and decay, each at least 0 and finite; they
   * are copied.
   *
   * @throws IllegalArgumentException if a factor is out of range
   */
  public Penalty withFactors(double[] values) {
    return new Penalty(l1, l2, decay, Factors.of(values));
  }

  /**
   * With factors of each kind, one a coordinate, each at least 0 and finite; they are copied. So a
   * penalty on weights in other units is written: of θ/σ, 1/σ for L1, 1/σ² for L2, 1 for decay.
   *
   * @throws IllegalArgumentException if a factor is out of range, or lengths differ
   */
  public Penalty withFactors(double[] ofL1, double[] ofL2, double[] ofDecay) {
    return new Penalty(l1, l2, decay, Factors.of(ofL1, ofL2, ofDecay));
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

  /** The factor of coordinate i for L1. */
  public double l1Factor(int i) {
    return factors.ofL1(i);
  }

  /** The factor of coordinate i for L2. */
  public double l2Factor(int i) {
    return factors.ofL2(i);
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
      absolute += l1Factor(i) * Math.abs(weights[i]);
      squared += l2Factor(i) * weights[i] * weights[i];
    }
    // A strength of 0 contributes nothing, even where the sum has overflowed.
    return (l1 > 0 ? l1 * absolute : 0) + (l2 > 0 ? l2 / 2 * squared : 0);
  }

  /** Refuses factors that are not one a weight. */
  void requireSize(int size) {
    factors.requireSize(size);
  }

  /** λθ joins the block's gradient. */
  void addTo(double[] gradient, double[] weights, int from, int length) {
    if (l2 > 0) {
      for (int j = 0; j < length; j++) {
        gradient[j] += l2 * l2Factor(from + j) * weights[from + j];
      }
    }
  }

  /** θ ← θ - α λ θ over the block. */
  void decay(double[] weights, int from, int length, double rate) {
    if (decay > 0) {
      for (int i = from; i < from + length; i++) {
        weights[i] -= rate * decay * factors.ofDecay(i) * weights[i];
      }
    }
  }

  /** θ ← sign(θ)·max(0, |θ| - α λ s) over the block, s being each coordinate's scale. */
  void shrink(double[] weights, double[] scale, int from, int length, double rate) {
    if (l1 > 0) {
      for (int j = 0; j < length; j++) {
        double threshold = rate * l1 * l1Factor(from + j) * scale[j];
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
        && factors.equals(that.factors);
  }

  @Override
  public int hashCode() {
    return Objects.hash(l1, l2, decay, factors);
  }

  @Override
  public String toString() {
    return "Penalty[l1=" + l1 + ", l2=" + l2 + ", decay=" + decay + factors + "]";
  }
}
