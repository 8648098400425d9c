package org.sparkradam.optim;

/**
 * A step that has to look at all coordinates of a segment, such as a layer, before it moves any: it
 * is measured piece by piece first, and the sums of all pieces make of it the step that is applied.
 */
public interface SegmentStep extends RuleStep {
  /** Never called: what {@link #of} gives is applied. */
  @Override
  default void apply(StepArrays arrays, int from, int to, double rate) {
    throw new IllegalStateException(getClass().getName() + " has to be measured before");
  }

  /**
   * How many numbers are summed.
   *
   * @return at least 0
   */
  int sums();

  /**
   * Consumes the gradient of some coordinates, without moving their weights, and adds to the sums.
   *
   * @param arrays all that belongs to the coordinates
   * @param from the first coordinate
   * @param to the one after the last
   * @param sums added to, as many as {@link #sums} says
   */
  void measure(StepArrays arrays, int from, int to, double[] sums);

  /**
   * The step of a segment, which does not consume the gradient again.
   *
   * @param sums over all of the segment's coordinates, in an order that no number of threads
   *     changes
   * @return at least 0
   */
  RuleStep of(double[] sums);
}
