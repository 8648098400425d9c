package org.sparkradam.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.train.evaluation.Evaluation;
import org.sparkradam.train.evaluation.Metric;

/**
 * What came of a comparison.
 *
 * @param outcomes one a trial, in order
 * @param reference the optimum by L-BFGS; none if it was not asked for
 */
public record ComparisonResult(
    ComparisonSpec spec, DataFacts data, List<TrialOutcome> outcomes, Optional<Optimum> reference) {

  /**
   * The minimum of the objective that all trials descend.
   *
   * @param curveLoss its loss on the training rows that the curves are drawn from
   */
  public record Optimum(
      Evaluation training, Evaluation test, double curveLoss, int iterations, double seconds) {}

  /** The reference of a run that has one. */
  public Optimum optimum() {
    return reference.orElseThrow();
  }

  public ModelSpec model() {
    return spec.model();
  }

  /** What was trained and how, for the lead of a page. */
  public String setting() {
    return String.format(
        Locale.ROOT,
        "A %s of %,d features was trained on %,d rows for %,d steps of %s, by every solver at every"
            + " rate with %d seeds, and measured on %,d other rows. A seed sets the start and the"
            + " order of the rows; trials of one seed share both.",
        model().title(),
        model().features(),
        data.trainingRows(),
        outcomes.stream().mapToLong(outcome -> outcome.run().steps()).max().orElse(0),
        minibatch(),
        spec.seeds().length,
        data.testRows());
  }

  private String minibatch() {
    return spec.batchSize() < data.trainingRows()
        ? String.format(Locale.ROOT, "%,d rows", spec.batchSize())
        : "all of them, so that seeds differ in their start alone";
  }

  public Metric metric() {
    return spec.model().metric();
  }
}
