package org.sparkradam.train;

import java.util.OptionalInt;

/**
 * Where the tree of a step's sums is evaluated, which does not change a bit of them.
 *
 * @param depth levels of the evaluation: 1 is all on the driver, each further one a shuffle in
 *     which executors sum subtrees first. Not set, it is 1 unless more than a quarter of {@code
 *     spark.driver.maxResultSize} is expected to come back from a step, and 2 then
 */
public record Aggregation(OptionalInt depth) {
  /**
   * @throws IllegalArgumentException if the depth is below 1
   */
  public Aggregation {
    if (depth.isPresent() && depth.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "aggregationDepth must be at least 1, but was " + depth.getAsInt());
    }
  }

  /** The depth is chosen by what comes back from a step. */
  public static Aggregation automatic() {
    return new Aggregation(OptionalInt.empty());
  }

  /**
   * So many levels, whatever comes back.
   *
   * @throws IllegalArgumentException if the depth is below 1
   */
  public static Aggregation ofDepth(int depth) {
    return new Aggregation(OptionalInt.of(depth));
  }
}
