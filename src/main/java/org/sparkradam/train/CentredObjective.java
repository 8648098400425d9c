package org.sparkradam.train;

import org.sparkradam.loss.Centring;

/**
 * An objective of a model on centred features, which looks at blocks whose features are only
 * scaled.
 *
 * @param ofBlocks of weights on the blocks' features
 */
public record CentredObjective(SmoothObjective ofBlocks, Centring centring)
    implements SmoothObjective {
  @Override
  public Value at(double[] centred) {
    Value value = ofBlocks.at(centring.toBlocks(centred));
    centring.correct(value.gradient(), centred);
    return value;
  }
}
