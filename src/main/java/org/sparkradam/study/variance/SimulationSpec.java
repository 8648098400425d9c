package org.sparkradam.study.variance;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.sparkradam.optim.AdaptiveRateVariance;
import org.sparkradam.optim.VarianceModel;
import org.sparkradam.table.column.BadInputException;

/**
 * Everything that determines a simulation's bits.
 *
 * @param trajectories simulated runs of the second moment, at least 100
 * @param steps gradients of each, at least 10 and enough for the rectifier to begin
 * @param means of the gradients, each within ±1000; 0, of which the theory speaks, is always among
 *     them and comes first
 * @param beta2 decay of the second moment, above 0.6, where the rectifier begins to exist, and
 *     below 1
 * @param noise around the means
 * @param seed any number
 */
public record SimulationSpec(
    int trajectories, int steps, List<Double> means, double beta2, GradientNoise noise, long seed)
    implements Serializable {
  private static final double LARGEST_MEAN = 1000;

  /** The paper's figure 9: 5000 × 6000 normal gradients, means 0 to 10, β2 = .999; seed 1. */
  public static final SimulationSpec PAPER =
      new SimulationSpec(
          5000, 6000, List.of(0.0, 0.001, 0.01, 0.1, 1.0, 10.0), 0.999, GradientNoise.NORMAL, 1);

  /**
   * @throws BadInputException if a number is out of range
   */
  public SimulationSpec {
    require(trajectories >= 100, "trajectories", trajectories, "at least 100");
    require(steps >= 10, "steps", steps, "at least 10");
    for (double mean : means) {
      require(Math.abs(mean) <= LARGEST_MEAN, "means", mean, "from -1000 to 1000");
    }
    require(beta2 > 0.6 && beta2 < 1, "beta2", beta2, "above 0.6 and below 1");
    require(
        AdaptiveRateVariance.rectification(beta2, steps, VarianceModel.FIRST_ORDER) > 0,
        "steps",
        steps,
        "enough for the rectifier to begin, ρ_t above 4");
    // Adding 0 turns -0 into 0.
    means =
        Stream.concat(Stream.of(0.0), means.stream().map(mean -> mean + 0.0)).distinct().toList();
  }

  private static void require(boolean met, String name, Object value, String range) {
    if (!met) {
      throw new BadInputException("%s must be %s, but was %s".formatted(name, range, value));
    }
  }

  double[] meanArray() {
    return means.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
