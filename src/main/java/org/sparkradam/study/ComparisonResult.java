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

  /**
   * The minimum of the objective that all trials descend.
   *
   * @param curveLoss its loss on the training rows that the curves are drawn from
   */
  public record Optimum(
      Evaluation training, Evaluation test, double curveLoss, int iterations, double seconds) {}

  /** What the reference is called: on the hinge's kinks L-BFGS may stall short of the minimum. */
  String referenceName() {
    return model.loss() == LinearLoss.HINGE ? "best by L-BFGS" : "optimum (L-BFGS)";
  }
}
