package org.sparkradam.study;

/**
 * How good some weights are on some rows.
 *
 * @param loss unpenalised mean over the rows
 * @param metric the comparison's {@link Metric}
 */
public record Evaluation(double loss, double metric) {}
