package org.sparkradam.study.variance;

import java.io.Serializable;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The moments of the adaptive rate, a list for each curve, in it one entry for each recorded step.
 */
record MomentTable(List<List<CentralMoments>> curves) implements Serializable {
  /** Of values by curve, step and trajectory. */
  static MomentTable of(double[][][] rates) {
    return table(
        rates.length,
        curve -> list(rates[curve].length, step -> CentralMoments.of(rates[curve][step])));
  }

  /** Of the trajectories of both. */
  MomentTable merge(MomentTable other) {
    return table(
        curves.size(),
        curve ->
            list(
                curves.get(curve).size(),
                step -> curves.get(curve).get(step).merge(other.curves.get(curve).get(step))));
  }

  private static MomentTable table(int curves, IntFunction<List<CentralMoments>> curve) {
    return new MomentTable(list(curves, curve));
  }

  private static <T> List<T> list(int size, IntFunction<T> entry) {
    return IntStream.range(0, size).mapToObj(entry).toList();
  }
}
