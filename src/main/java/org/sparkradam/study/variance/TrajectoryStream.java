package org.sparkradam.study.variance;

import java.util.SplittableRandom;

/** The random numbers of a trajectory: its own, whoever simulates it and in whichever order. */
final class TrajectoryStream {
  private TrajectoryStream() {}

  static SplittableRandom of(long seed, long trajectory) {
    return new SplittableRandom(mixed(mixed(seed) + trajectory));
  }

  // The first number of a SplittableRandom is its seed, stirred.
  private static long mixed(long word) {
    return new SplittableRandom(word).nextLong();
  }
}
