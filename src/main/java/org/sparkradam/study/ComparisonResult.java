package org.sparkradam.study;

import java.util.List;

/**
 * What came of a comparison.
 *
 * @param fingerprint of the training rows, the same however they are cut and ordered
 * @param outcomes one a trial, in order
 * @param optimum the reference by L-BFGS
 */
public record ComparisonResult(
    ComparisonSpec spec,
    LinearModel model,
    Metric metric,
    LabelScale labels,
    long trainingRows,
    long testRows,
    String fingerprint,
    List<TrialOutcome> outcomes,
    Optimum optimum) {

  /** The minimum of the objective that all trials descend. */
  public record Optimum(Evaluation training, Evaluation test, int iterations, double seconds) {}
}
