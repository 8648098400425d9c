package org.sparkradam.study.histogram;

import java.util.List;
import java.util.stream.Stream;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.DataFacts;

/**
 * What the study found.
 *
 * @param trials one a solver and seed
 * @param unmoved one a seed, whose weights stayed at the start: what the minibatches alone do to
 *     the histogram
 * @param seconds that training took, evaluation not counted
 */
public record HistogramResult(
    ComparisonSpec spec,
    DataFacts data,
    List<RecordedTrial> trials,
    List<RecordedTrial> unmoved,
    double seconds) {
  /** What files call the trials that stay at the start. */
  static final String UNMOVED = "none";

  /** All trials, the unmoved ones last. */
  Stream<RecordedTrial> all() {
    return Stream.concat(trials.stream(), unmoved.stream());
  }
}
