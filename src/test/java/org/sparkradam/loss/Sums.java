package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.loss.kernel.Kernel;

/** Sums of a loss, and what tests say about them. */
public final class Sums {
  private Sums() {}

  static GradientSums of(
      BlockLoss loss, RowBlock block, RowRange rows, Kernel kernel, double[]... weights) {
    GradientSums sums = new GradientSums(weights.length, loss.weightCount());
    loss.add(block, rows, weights, sums, kernel);
    return sums;
  }

  static GradientSums of(BlockLoss loss, RowBlock block, Kernel kernel, double[]... weights) {
    return of(loss, block, Blocks.all(block), kernel, weights);
  }

  /** Within 1e-12 of the largest entry. */
  static void assertClose(GradientSums actual, GradientSums expected) {
    assertThat(actual.rows()).isEqualTo(expected.rows());
    assertThat(actual.weight()).isCloseTo(expected.weight(), tolerance(expected.weight()));
    for (int k = 0; k < expected.vectors(); k++) {
      double loss = expected.losses()[k];
      assertThat(actual.losses()[k]).isCloseTo(loss, tolerance(loss));
      assertClose(actual.gradients()[k], expected.gradients()[k]);
    }
  }

  public static void assertClose(double[] actual, double[] expected) {
    double largest = 0;
    for (double value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(actual).containsExactly(expected, tolerance(largest));
  }

  private static Offset<Double> tolerance(double scale) {
    return within(1e-12 * Math.abs(scale) + Double.MIN_NORMAL);
  }
}
