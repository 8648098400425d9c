package org.sparkradam.train;

import org.sparkradam.loss.centring.Centring;

/** A function of the weights that has a gradient, such as a {@link FullBatchObjective}. */
@FunctionalInterface
public interface SmoothObjective {
  /**
   * The function at one point.
   *
   * @param gradient as long as the weights; whoever asked may keep it
   */
  record Value(double value, double[] gradient) {}

  /** Value and gradient at these weights, which are only read, and not kept. */
  Value at(double[] weights);

  /**
   * An objective of a model on centred features, which looks at blocks whose features are only
   * scaled.
   *
   * @param ofBlocks of weights on the blocks' features
   */
  public record Centred(SmoothObjective ofBlocks, Centring centring) implements SmoothObjective {
    @Override
    public Value at(double[] centred) {
      Value value = ofBlocks.at(centring.toBlocks(centred));
      centring.correct(value.gradient(), centred);
      return value;
    }
  }
}
