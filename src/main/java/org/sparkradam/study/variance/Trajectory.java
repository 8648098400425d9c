package org.sparkradam.study.variance;

import java.io.Serializable;
import java.util.SplittableRandom;

/**
 * One run of the second moment, for every mean at once: they share the noise, so that a sixth of
 * the draws does for six of them and they are compared paired. Not thread-safe.
 */
final class Trajectory {
  private final SplittableRandom random;
  private final GradientNoise noise;
  private final double beta2;
  private final double[] means;
  private final double[] moments;
  private double squares;
  private int step;

  Trajectory(SimulationSpec spec, int number) {
    random = Stream.of(spec.seed(), number);
    noise = spec.noise();
    beta2 = spec.beta2();
    means = spec.meanArray();
    moments = new double[means.length];
  }

  void advanceTo(int last) {
    for (; step < last; step++) {
      advance(noise.draw(random));
    }
  }

  private void advance(double deviation) {
    squares += deviation * deviation;
    double weight = 1 - beta2;
    for (int i = 0; i < means.length; i++) {
      double gradient = means[i] + deviation;
      moments[i] = beta2 * moments[i] + weight * (gradient * gradient);
    }
  }

  /**
   * l_t of each mean, and last that of the plain average: 1/√ of the mean square of the noise,
   * which is what the theory takes l_t to be.
   */
  double[] rates() {
    double correction = -StrictMath.expm1(step * StrictMath.log1p(-(1 - beta2)));
    double[] rates = new double[means.length + 1];
    for (int i = 0; i < means.length; i++) {
      rates[i] = Math.sqrt(correction / moments[i]);
    }
    rates[means.length] = Math.sqrt(step / squares);
    return rates;
  }

  /** The random numbers of a trajectory: its own, whoever simulates it and in whichever order. */
  static final class Stream {
    private Stream() {}

    static SplittableRandom of(long seed, long trajectory) {
      return new SplittableRandom(mixed(mixed(seed) + trajectory));
    }

    // The first number of a SplittableRandom is its seed, stirred.
    private static long mixed(long word) {
      return new SplittableRandom(word).nextLong();
    }
  }

  /**
   * Simulates a few trajectories at a time. The curves are those of the means, in their order, and
   * last that of the plain average.
   *
   * @param steps the recorded ones, ascending
   */
  record Block(SimulationSpec spec, int[] steps) implements Serializable {
    /** Fixed, so that the order of summation is. */
    static final int SIZE = 50;

    /** How many blocks there are. */
    static int count(SimulationSpec spec) {
      return (spec.trajectories() - 1) / SIZE + 1;
    }

    MomentTable simulate(int block) {
      int first = block * SIZE;
      int size = Math.min(SIZE, spec.trajectories() - first);
      double[][][] rates = new double[spec.means().size() + 1][steps.length][size];
      for (int i = 0; i < size; i++) {
        follow(new Trajectory(spec, first + i), i, rates);
      }
      return MomentTable.of(rates);
    }

    private void follow(Trajectory trajectory, int place, double[][][] rates) {
      for (int i = 0; i < steps.length; i++) {
        trajectory.advanceTo(steps[i]);
        double[] now = trajectory.rates();
        for (int curve = 0; curve < now.length; curve++) {
          rates[curve][i][place] = now[curve];
        }
      }
    }
  }
}
