package org.sparkradam.study.paired;

import java.util.function.ToDoubleFunction;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.study.MeanAndRange;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.train.evaluation.Evaluation;
import org.sparkradam.train.evaluation.Metric;

/**
 * What trials are judged by on the test rows.
 *
 * @param title for people, such as "test accuracy"
 * @param sense which way it is better
 * @param value read from an evaluation
 */
public record Quality(String title, Metric.Sense sense, ToDoubleFunction<Evaluation> value) {
  /** The final mean loss on all test rows, in the unit of the loss. */
  public static Quality testLoss(ModelSpec model) {
    return new Quality(
        "test " + model.lossName().title(), Metric.Sense.LOWER_IS_BETTER, Evaluation::loss);
  }

  /** The model's metric on all test rows. */
  public static Quality testMetric(ModelSpec model) {
    return new Quality(
        "test " + model.metric().title(), model.metric().sense(), Evaluation::metric);
  }

  /** Of a trial's final weights; NaN if it diverged. */
  public double of(TrialOutcome outcome) {
    return outcome.diverged() ? Double.NaN : value.applyAsDouble(outcome.test());
  }

  /** Over the seeds of a solver at a rate; NaN if one of them diverged. */
  public MeanAndRange over(SolverAtRate group) {
    return group.diverged() > 0
        ? new MeanAndRange(Double.NaN, Double.NaN, Double.NaN)
        : MeanAndRange.of(group.outcomes().stream().mapToDouble(this::of).toArray());
  }
}
