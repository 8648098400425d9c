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

  /** {@return no penalty, every factor 1} */
  public static Penalty none() {
    return NONE;
  }

  /**
   * {@return a penalty of one kind, every factor 1}
   *
   * @param kind what the strength is of
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

  /**
   * {@return the same with another strength of L1}
   *
   * @param value at least 0 and finite
   */
  public Penalty withL1(double value) {
    return new Penalty(value, l2, decay, factors);
  }

  /**
   * {@return the same with another strength of L2}
   *
   * @param value at least 0 and finite
   */
  public Penalty withL2(double value) {
    return new Penalty(l1, value, decay, factors);
  }

  /**
   * {@return the same with another strength of decoupled decay}
   *
   * @param value at least 0 and finite
   */
  public Penalty withDecay(double value) {
    return new Penalty(l1, l2, value, factors);
  }

  /**
   * {@return the same strengths with one factor a coordinate, alike for L1, L2 and decay}
   *
   * @param values f of each coordinate, at least 0 and finite; copied
   * @throws IllegalArgumentException if a factor is out of range
   */
  public Penalty withFactors(double[] values) {
    return new Penalty(l1, l2, decay, Factors.of(values));
  }

  /**
   * {@return the same strengths with factors of each kind, at least 0 and finite; copied} So a
   * penalty on weights in other units is written: of θ/σ, 1/σ for L1, 1/σ² for L2, 1 for decay.
   *
   * @param ofL1 f of each coordinate for L1
   * @param ofL2 for L2, as many
   * @param ofDecay for decoupled decay, as many
   * @throws IllegalArgumentException if a factor is out of range, or lengths differ
   */
  public Penalty withFactors(double[] ofL1, double[] ofL2, double[] ofDecay) {
    return new Penalty(l1, l2, decay, Factors.of(ofL1, ofL2, ofDecay));
  }

  /** {@return the strength of L1 in the objective, at least 0} */
  public double l1() {
    return l1;
  }

  /** {@return the strength of L2 in the objective, at least 0} */
  public double l2() {
    return l2;
  }

  /** {@return the strength of decoupled weight decay, at least 0} */
  public double decay() {
    return decay;
  }

  /**
   * {@return the factor of coordinate i for L1}
   *
   * @param i of the coordinate, from 0
   */
  public double l1Factor(int i) {
    return factors.l1().at(i);
  }

  /**
   * {@return the factor of coordinate i for L2}
   *
   * @param i of the coordinate, from 0
   */
  public double l2Factor(int i) {
    return factors.l2().at(i);
  }

  /**
   * {@return what the penalty adds to the objective: l1·Σf|θ| + l2/2·Σfθ²} Without either no weight
   * is looked at; the number of threads changes no bit.
   *
   * @param weights one a coordinate; only read
   * @throws IllegalArgumentException if there are factors, but not one a weight
   */
  public double value(double[] weights) {
    requireSize(weights.length);
    return l1 > 0 || l2 > 0 ? value(WeightSums.of(weights, this::addValue)) : 0;
  }

  /** What it adds to the objective where these are the sums. */
  double value(WeightSums sums) {
    // A strength of 0 contributes nothing, even where the sum has overflowed.
    return (l1 > 0 ? l1 * sums.absolute() : 0) + (l2 > 0 ? l2 / 2 * sums.squared() : 0);
  }

  /** Adds a block's weights to the sums that the value needs. */
  void addValue(StepBlock block) {
    if (l1 > 0) {
      factors.l1().copy(block.from, block.length, block.factor);
      block.addAbsolute();
    }
    if (l2 > 0) {
      factors.l2().copy(block.from, block.length, block.factor);
      block.addSquared();
    }
  }

  /**
   * Adds to a mean gradient what L2 does, λfθ, in place, by several threads where it is long.
   *
   * @param gradient one a coordinate, changed in place
   * @param weights one a coordinate; only read
   * @throws IllegalArgumentException if there are factors, but not one a weight
   */
  public void addL2Gradient(double[] gradient, double[] weights) {
    requireSize(weights.length);
    if (l2 > 0) {
      Ranges.forEach(weights.length, range -> addL2Gradient(gradient, weights, range));
    }
  }

  private void addL2Gradient(double[] gradient, double[] weights, Ranges.Range range) {
    StepBlock block = StepBlock.ofThread();
    for (int from = range.from(); from < range.to(); from += StepBlock.SIZE) {
      block.place(from, Math.min(StepBlock.SIZE, range.to() - from));
      System.arraycopy(gradient, from, block.gradient, 0, block.length);
      System.arraycopy(weights, from, block.weights, 0, block.length);
      addTo(block);
      System.arraycopy(block.gradient, 0, gradient, from, block.length);
    }
  }

  boolean isNone() {
    return l1 == 0 && l2 == 0 && decay == 0;
  }

  /** Refuses factors that are not one a weight. */
  void requireSize(int size) {
    factors.requireSize(size);
  }

  /** λθ joins the block's gradient. */
  void addTo(StepBlock block) {
    if (l2 > 0) {
      factors.l2().copy(block.from, block.length, block.factor);
      block.addWeights(l2);
    }
  }

  /** θ ← θ - α λ θ over the block. */
  void decay(StepBlock block, double rate) {
    if (decay > 0) {
      factors.decay().copy(block.from, block.length, block.factor);
      block.decay(rate * decay);
    }
  }

  /** Tells the block λf, for a step that decays by itself. */
  void tellDecay(StepBlock block) {
    factors.decay().copy(block.from, block.length, block.decay);
    for (int j = 0; j < block.length; j++) {
      block.decay[j] *= decay;
    }
  }

  /** θ ← sign(θ)·max(0, |θ| - α λ s) over the block, s being each coordinate's scale. */
  void shrink(StepBlock block, RuleStep step, double rate) {
    if (l1 > 0) {
      step.scale(block.arrays(), 0, block.length, block.scale);
      factors.l1().copy(block.from, block.length, block.factor);
      block.shrink(rate * l1);
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
