package org.sparkradam.train;

import java.io.Serializable;
import org.sparkradam.loss.GradientSums;

/**
 * A task's sums on their way to the driver: of each gradient only what is not zero, where that is
 * fewer bytes.
 */
final class CompactSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int weightCount;
  private final CompactVector[] gradients;
  private final double[] losses;
  private final double weight;
  private final long rows;

  private CompactSums(GradientSums sums, CompactVector[] gradients) {
    this.weightCount = sums.weightCount();
    this.gradients = gradients;
    this.losses = sums.losses();
    this.weight = sums.weight();
    this.rows = sums.rows();
  }

  static CompactSums of(GradientSums sums) {
    CompactVector[] gradients = new CompactVector[sums.vectors()];
    for (int k = 0; k < gradients.length; k++) {
      gradients[k] = CompactVector.of(sums.gradients()[k]);
    }
    return new CompactSums(sums, gradients);
  }

  /** The sum of both, with the bits that {@link GradientSums#merge} gives. */
  CompactSums plus(CompactSums other) {
    return of(expanded().merge(other.expanded()));
  }

  /** The sums as they were. */
  GradientSums expanded() {
    GradientSums sums = new GradientSums(losses.length, weightCount);
    for (int k = 0; k < losses.length; k++) {
      gradients[k].copyTo(sums.gradients()[k]);
      sums.losses()[k] = losses[k];
    }
    sums.count(weight, rows);
    return sums;
  }
}
