package org.sparkradam.benchmark;

import java.util.stream.IntStream;

/** Something to be timed. */
@FunctionalInterface
interface Side {
  /** Does it some times over; milliseconds of each. */
  double[] block();

  /** A call, so many times a block. */
  static Side of(int calls, Runnable call) {
    return () -> IntStream.range(0, calls).mapToDouble(i -> millis(call)).toArray();
  }

  private static double millis(Runnable call) {
    long start = System.nanoTime();
    call.run();
    return (System.nanoTime() - start) / 1e6;
  }
}
