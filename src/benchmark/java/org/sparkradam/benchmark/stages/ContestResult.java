package org.sparkradam.benchmark.stages;

import java.util.OptionalDouble;

/**
 * What came of a contest.
 *
 * @param tunedLoss the lowest training loss of other step sizes with the same budget, if tried
 */
record ContestResult(Contest contest, Score ours, Score theirs, OptionalDouble tunedLoss) {
  /**
   * One side's fit.
   *
   * @param trainingLoss mean over the training rows
   * @param metric on the test rows
   * @param seconds of the fit alone, its rows being cached
   */
  record Score(double trainingLoss, double testLoss, double metric, double seconds) {}

  /** By what share the training loss at defaults is above the tuned one; NaN if none was tried. */
  double gap() {
    return tunedLoss.isPresent() ? ours.trainingLoss() / tunedLoss.getAsDouble() - 1 : Double.NaN;
  }
}
