package org.sparkradam.study.histogram;

import java.util.List;
import java.util.stream.Stream;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.DataFacts;
import org.sparkradam.table.column.BadInputException;

/**
 * What the study found.
 *
 * @param trials one a solver and seed
 * @param unmoved one a seed, whose weights stayed at the start: what the minibatches alone do to
 *     the histogram
 * @param steps that were done: fewer than asked for if the time ran out before
 * @param seconds that training took, evaluation not counted
 */
public record HistogramResult(
    ComparisonSpec spec,
    DataFacts data,
    List<RecordedTrial> trials,
    List<RecordedTrial> unmoved,
    long steps,
    double seconds) {
  /** What files call the trials that stay at the start. */
  static final String UNMOVED = "none";

  /** All trials, the unmoved ones last. */
  Stream<RecordedTrial> all() {
    return Stream.concat(trials.stream(), unmoved.stream());
  }

  /**
   * This.
   *
   * @throws BadInputException if there is no histogram to show
   */
  HistogramResult requireGradients() {
    if (Stream.of(trials, unmoved).anyMatch(HistogramResult::sawNothing)) {
      throw new BadInputException(
          "the loss at the start is not finite, so there is no gradient to look at");
    }
    return this;
  }

  private static boolean sawNothing(List<RecordedTrial> trials) {
    return trials.stream().allMatch(trial -> trial.steps().isEmpty());
  }
}
