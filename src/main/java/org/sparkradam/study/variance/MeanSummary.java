package org.sparkradam.study.variance;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A curve in four numbers, from the first rectified step on.
 *
 * @param mean of the gradients
 * @param first where the rectifier begins
 * @param last the end
 * @param rectified the variance of r_t·l_t over the recorded steps
 */
record MeanSummary(
    double mean, StepVariance first, StepVariance last, DoubleSummaryStatistics rectified) {

  /** One a mean. */
  static List<MeanSummary> of(SimulationResult result) {
    return IntStream.range(0, result.curves().size())
        .mapToObj(i -> of(result.spec().means().get(i), result.curves().get(i)))
        .toList();
  }

  private static MeanSummary of(double mean, List<StepVariance> curve) {
    List<StepVariance> steps =
        curve.stream().filter(point -> point.predicted().rectification() > 0).toList();
    return new MeanSummary(
        mean,
        steps.get(0),
        steps.get(steps.size() - 1),
        steps.stream().mapToDouble(point -> point.rectified().variance()).summaryStatistics());
  }

  /** How many times the variance of l_t falls. */
  double fall() {
    return first.simulated().variance() / last.simulated().variance();
  }
}
