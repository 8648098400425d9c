package org.sparkradam.train.evaluation;

/**
 * How good some weights are on some rows.
 *
 * @param loss unpenalised weighted mean over the rows
 * @param metric the evaluator's {@link Metric}
 */
public record Evaluation(double loss, double metric) {
  /** Of weights that are not finite. */
  public static final Evaluation NONE = new Evaluation(Double.NaN, Double.NaN);
}
