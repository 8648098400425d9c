package org.sparkradam.block;

import java.util.List;

/**
 * Chunks whose rows are read side by side, all at the same pace until the shorter ones are used up.
 *
 * <p>Every chunk is read in a circle from a start that seed and epoch draw, so that the rows that
 * meet in a minibatch differ from epoch to epoch.
 */
final class ChunkGroup {
  private final int[] chunks;
  private final int[] sizes;
  private final long epochSeed;
  private final int largest;
  private final long rows;

  /**
   * @param chunks numbers of the chunks
   * @param chunkRows rows of every chunk there is, by number
   * @param epochSeed draws the starts
   */
  ChunkGroup(int[] chunks, int[] chunkRows, long epochSeed) {
    this.chunks = chunks;
    this.epochSeed = epochSeed;
    sizes = new int[chunks.length];
    int most = 0;
    long sum = 0;
    for (int i = 0; i < chunks.length; i++) {
      sizes[i] = chunkRows[chunks[i]];
      most = Math.max(most, sizes[i]);
      sum += sizes[i];
    }
    largest = most;
    rows = sum;
  }

  long rows() {
    return rows;
  }

  /** Adds what is read between two positions of the group's rows. */
  void read(long from, long to, List<Minibatch.Slice> slices) {
    int[] before = consumed(from);
    int[] after = consumed(to);
    for (int i = 0; i < chunks.length; i++) {
      if (after[i] > before[i]) {
        slices.add(new Minibatch.Slice(chunks[i], ranges(i, before[i], after[i])));
      }
    }
  }

  /**
   * How many rows of each chunk the first {@code position} rows of the group use: a level that
   * chunks are filled to, and one row more of the first few. Monotone in the position, and sums to
   * it.
   */
  int[] consumed(long position) {
    int level = level(position);
    long rest = position - filledTo(level);
    int[] counts = new int[sizes.length];
    for (int i = 0; i < counts.length; i++) {
      boolean more = rest > 0 && sizes[i] > level;
      counts[i] = Math.min(sizes[i], level) + (more ? 1 : 0);
      rest -= more ? 1 : 0;
    }
    return counts;
  }

  /** The highest level at which no more than {@code position} rows are used. */
  private int level(long position) {
    int low = 0;
    int high = largest;
    while (low < high) {
      int middle = high - (high - low) / 2;
      if (filledTo(middle) <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private long filledTo(int level) {
    long sum = 0;
    for (int size : sizes) {
      sum += Math.min(size, level);
    }
    return sum;
  }

  private List<RowRange> ranges(int i, int from, int to) {
    int size = sizes[i];
    long start = Long.remainderUnsigned(Mix.of(epochSeed, chunks[i]), size);
    int first = (int) ((start + from) % size);
    int length = to - from;
    return length <= size - first
        ? List.of(new RowRange(first, first + length))
        : List.of(new RowRange(first, size), new RowRange(0, length - (size - first)));
  }
}
