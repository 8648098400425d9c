package org.sparkradam.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The order in which one epoch reads all rows: chunks permuted, cut into groups. Immutable. */
final class EpochOrder {
  private final long epoch;
  private final ChunkGroup[] groups;
  private final long[] ends;

  /**
   * @param filled the chunks that have rows
   * @param chunkRows rows of every chunk, by number
   * @param chunksPerGroup at most; groups are as even as can be
   */
  EpochOrder(long seed, long epoch, int[] filled, int[] chunkRows, int chunksPerGroup) {
    this.epoch = epoch;
    long epochSeed = Mix.of(Mix.of(seed), epoch);
    int[] order = permuted(filled, Mix.of(epochSeed));
    int count = (order.length - 1) / chunksPerGroup + 1;
    groups = new ChunkGroup[count];
    ends = new long[count];
    for (int g = 0; g < count; g++) {
      int from = (int) ((long) g * order.length / count);
      int to = (int) ((g + 1L) * order.length / count);
      groups[g] = new ChunkGroup(Arrays.copyOfRange(order, from, to), chunkRows, epochSeed);
      ends[g] = (g == 0 ? 0 : ends[g - 1]) + groups[g].rows();
    }
  }

  long epoch() {
    return epoch;
  }

  /** What is read between two positions of the epoch's rows, by ascending chunk. */
  List<Minibatch.Slice> read(long from, long to) {
    List<Minibatch.Slice> slices = new ArrayList<>();
    for (int g = groupOf(from); g < groups.length && start(g) < to; g++) {
      long end = Math.min(to, ends[g]) - start(g);
      groups[g].read(Math.max(0, from - start(g)), end, slices);
    }
    slices.sort(Comparator.comparingInt(Minibatch.Slice::chunk));
    return slices;
  }

  private int groupOf(long position) {
    int found = Arrays.binarySearch(ends, position);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private long start(int group) {
    return ends[group] - groups[group].rows();
  }

  /** By hash, not by a generator of the JDK's, whose sequence no one has promised. */
  private static int[] permuted(int[] chunks, long key) {
    return IntStream.of(chunks)
        .boxed()
        .sorted(Comparator.comparingLong(chunk -> Mix.of(key, chunk)))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
