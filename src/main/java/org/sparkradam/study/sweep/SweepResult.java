package org.sparkradam.study.sweep;

import java.util.List;
import java.util.Optional;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.engine.TrialsAlone;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RateDifference;

/**
 * What a sweep over learning rates found.
 *
 * @param comparison its trials
 * @param alone the same trials one by one, if that was asked for
 */
public record SweepResult(ComparisonResult comparison, Optional<TrialsAlone> alone) {
  /** By the model's metric and by the loss. */
  List<Quality> qualities() {
    return List.of(Quality.testMetric(comparison.model()), Quality.testLoss(comparison.model()));
  }

  List<SolverRange> ranges(Quality quality) {
    return SolverRange.of(comparison, quality);
  }

  /** The first solver minus each other one. */
  List<List<RateDifference>> differences(Quality quality) {
    return RateDifference.ofTheFirst(comparison, quality);
  }
}
