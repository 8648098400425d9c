package org.sparkradam.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.Partition;

/**
 * Chunks that one task works on, one after the other: a partition of a {@link ChunkJob}.
 *
 * @param chunks their numbers
 * @param locations where all of them are cached, as a scheduler's preferences are written
 */
record ChunkShare(int index, int[] chunks, List<String> locations) implements Partition {
  /** Enough for cores to even out, and few beside what it costs to start one. */
  private static final int TASKS_A_CORE = 2;

  /**
   * Deals chunks out: a task each where they are few, else some tasks a core, each of chunks that
   * lie together. Which task has which does not matter to what comes of a chunk.
   *
   * @param locations of each of the chunks
   * @param cores of all executors together
   */
  static List<ChunkShare> of(int[] chunks, List<List<String>> locations, int cores) {
    Map<List<String>, List<Integer>> together = new LinkedHashMap<>();
    for (int i = 0; i < chunks.length; i++) {
      together.computeIfAbsent(locations.get(i), place -> new ArrayList<>()).add(chunks[i]);
    }
    int most = (chunks.length - 1) / (TASKS_A_CORE * cores) + 1;
    List<ChunkShare> shares = new ArrayList<>();
    together.forEach((place, here) -> deal(here, most, place, shares));
    return shares;
  }

  /** As evenly as can be, with at most so many chunks a task. */
  private static void deal(
      List<Integer> chunks, int most, List<String> place, List<ChunkShare> shares) {
    int tasks = (chunks.size() - 1) / most + 1;
    for (int task = 0; task < tasks; task++) {
      int from = task * chunks.size() / tasks;
      int to = (task + 1) * chunks.size() / tasks;
      int[] own = IntStream.range(from, to).map(chunks::get).toArray();
      shares.add(new ChunkShare(shares.size(), own, place));
    }
  }

  /** Spark asks for this; two shares of one job differ in their number. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ChunkShare that
        && index == that.index
        && Arrays.equals(chunks, that.chunks);
  }

  @Override
  public int hashCode() {
    return index;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "ChunkShare[index=%d, chunks=%s]", index, Arrays.toString(chunks));
  }
}
