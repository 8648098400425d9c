package org.sparkradam.study.variance;

import java.util.stream.IntStream;

/** The steps at which trajectories are looked at. */
final class RecordedSteps {
  /** Of 6000 steps 206 remain: where the ratio leaves none between, two become one. */
  private static final int SPACED = 280;

  private RecordedSteps() {}

  /** At equal ratios, with 1, 2 and 5 times each power of ten among them, and the last. */
  static int[] upTo(int last) {
    return IntStream.concat(
            IntStream.range(0, SPACED)
                .map(i -> (int) Math.round(StrictMath.pow(last, i / (SPACED - 1.0)))),
            round(last))
        .sorted()
        .distinct()
        .toArray();
  }

  private static IntStream round(int last) {
    return IntStream.of(1, 2, 5)
        .flatMap(digit -> powersOfTen(last).map(power -> digit * power))
        .filter(step -> step <= last);
  }

  // Up to a tenth of the largest int, so that five times it is one too.
  private static IntStream powersOfTen(int last) {
    return IntStream.iterate(1, power -> power <= Math.min(last, 100_000_000), power -> 10 * power);
  }
}
