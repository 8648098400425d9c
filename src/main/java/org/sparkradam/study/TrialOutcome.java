package org.sparkradam.study;

import java.util.List;
import org.sparkradam.train.evaluation.Evaluation;

/**
 * A trial, trained and measured.
 *
 * @param training its final weights on all training rows
 * @param test its final weights on all test rows
 */
public record TrialOutcome(
    Trial.Run run, Evaluation training, Evaluation test, List<Curve.Point> curve) {
  public Trial trial() {
    return run.trial();
  }

  public boolean diverged() {
    return run.divergence().isPresent();
  }
}
