package org.sparkradam.study;

import java.util.List;
import org.sparkradam.train.evaluation.Evaluation;
import org.sparkradam.train.evaluation.Metric;

/**
 * What came of a comparison.
 *
 * @param outcomes one a trial, in order
 * @param optimum the reference by L-BFGS
 */
public record ComparisonResult(
    ComparisonSpec spec, DataFacts data, List<TrialOutcome> outcomes, Optimum optimum) {

  /**
   * The minimum of the objective that all trials descend.
   *
   * @param curveLoss its loss on the training rows that the curves are drawn from
   */
  public record Optimum(
      Evaluation training, Evaluation test, double curveLoss, int iterations, double seconds) {}

  public StudyModel model() {
    return spec.model();
  }

  public Metric metric() {
    return spec.model().metric();
  }

  /** What the reference is called: only of a smooth convex loss it is sure to be the minimum. */
  String referenceName() {
    return model() instanceof LinearModel linear && linear.kind() != LinearKind.HINGE
        ? "optimum (L-BFGS)"
        : "best by L-BFGS";
  }
}
