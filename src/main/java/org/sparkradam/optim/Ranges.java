package org.sparkradam.optim;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The places of a long array, cut into ranges that are worked on side by side by the common pool.
 *
 * <p>The cuts depend on the array's length alone. So what is added up range by range, and then in
 * the ranges' order, has the same bits whatever the number of threads.
 */
public final class Ranges {
  /** 512 KiB of each array: some ten microseconds of work, which is worth another thread. */
  static final int LENGTH = 1 << 16;

  /**
   * Some neighbouring places.
   *
   * @param from the first
   * @param to the one after the last
   */
  public record Range(int from, int to) {}

  private Ranges() {}

  /**
   * Does something to each range; the order is open, and several run at a time.
   *
   * @param size the length of the array, at least 0
   * @param work is done to each range once
   */
  public static void forEach(int size, Consumer<Range> work) {
    ranges(size).forEach(work);
  }

  /** What becomes of each range, in their order; several are worked on at a time. */
  static <T> List<T> map(int size, Function<Range, T> work) {
    return ranges(size).map(work).toList();
  }

  private static Stream<Range> ranges(int size) {
    int count = (int) (((long) size + LENGTH - 1) / LENGTH);
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(k -> new Range(k * LENGTH, (int) Math.min(size, (k + 1L) * LENGTH)));
  }
}
