package org.sparkradam.study.variance;

import java.io.Serializable;

/**
 * Simulates a few trajectories at a time. The curves are those of the means, in their order, and
 * last that of the plain average.
 *
 * @param steps the recorded ones, ascending
 */
record TrajectoryBlock(SimulationSpec spec, int[] steps) implements Serializable {
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
