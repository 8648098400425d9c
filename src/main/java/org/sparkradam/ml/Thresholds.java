package org.sparkradam.ml;

import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Params;
import org.sparkradam.ml.internal.param.ArrayParams;
import org.sparkradam.ml.internal.param.ParamValue;

/** How MLlib's {@code threshold} and {@code thresholds} of a binary classifier go together. */
final class Thresholds {
  private static final double TOLERANCE = 1e-5;

  private Thresholds() {}

  /** Spark's param, as a stage owns it. */
  static DoubleArrayParam param(Params owner) {
    return ArrayParams.reals(
        owner,
        "thresholds",
        "what a class's probability is divided by before the largest is predicted: one a class,"
            + " each at least 0, one of them 0 at most",
        Thresholds::check);
  }

  private static void check(double[] values) {
    if (!Arrays.stream(values).allMatch(value -> value >= 0)
        || Arrays.stream(values).filter(value -> value == 0).count() > 1) {
      throw new IllegalArgumentException(
          "thresholds must be at least 0, one of them 0 at most, but were "
              + Arrays.toString(values));
    }
  }

  /** The threshold that is meant: a pair (t0, t1) stands for 1/(1 + t0/t1). */
  static double of(MiniBatchStage stage, DoubleParam threshold, DoubleArrayParam thresholds) {
    return stage.isSet(thresholds)
        ? equivalent(stage.getOrDefault(thresholds))
        : ParamValue.of(stage, threshold);
  }

  /**
   * @throws IllegalArgumentException if both are set and contradict each other
   */
  static void check(MiniBatchStage stage, DoubleParam threshold, DoubleArrayParam thresholds) {
    if (stage.isSet(threshold) && stage.isSet(thresholds)) {
      double given = ParamValue.of(stage, threshold);
      double equivalent = equivalent(stage.getOrDefault(thresholds));
      if (Math.abs(given - equivalent) > TOLERANCE) {
        throw new IllegalArgumentException(
            "threshold must be %s as thresholds say, but was %s".formatted(equivalent, given));
      }
    }
  }

  /**
   * @throws IllegalArgumentException if they are set, and not one a class
   */
  static void checkCount(MiniBatchStage stage, DoubleArrayParam thresholds, int classes) {
    if (stage.isDefined(thresholds) && stage.getOrDefault(thresholds).length != classes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "thresholds must be %d, one a class, but were %d",
              classes,
              stage.getOrDefault(thresholds).length));
    }
  }

  private static double equivalent(double[] pair) {
    if (pair.length != 2) {
      throw new IllegalArgumentException(
          "thresholds must be 2 where one threshold is asked for, but were " + pair.length);
    }
    return 1 / (1 + pair[0] / pair[1]);
  }
}
