package org.sparkradam.study.variance;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a simulation found.
 *
 * @param curves of the spec's means, in their order, a point for each recorded step
 * @param independent of t independent gradients that weigh alike
 * @param partitions tasks it was spread over; the curves do not depend on it
 * @param seconds it took
 */
public record SimulationResult(
    SimulationSpec spec,
    List<List<StepVariance>> curves,
    List<StepVariance> independent,
    int partitions,
    double seconds) {

  static SimulationResult of(
      Trajectory.Block block, MomentTable moments, int partitions, double seconds) {
    SimulationSpec spec = block.spec();
    List<List<StepVariance>> all =
        moments.curves().stream().map(curve -> points(curve, block)).toList();
    int means = spec.means().size();
    return new SimulationResult(spec, all.subList(0, means), all.get(means), partitions, seconds);
  }

  private static List<StepVariance> points(List<CentralMoments> curve, Trajectory.Block block) {
    int[] steps = block.steps();
    return IntStream.range(0, steps.length)
        .mapToObj(i -> StepVariance.of(steps[i], curve.get(i), block.spec().beta2()))
        .toList();
  }

  /** The curve of gradients around 0, of which the theory speaks; the spec has it first. */
  public List<StepVariance> zeroMean() {
    return curves.get(0);
  }
}
