package org.sparkradam.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Chooses the subtrees that executors sum.
 *
 * @param aggregation what was asked for
 * @param size of one gradient
 * @param limit bytes that a job may bring to the driver
 */
record AggregationPlan(Aggregation aggregation, VectorSize size, long limit) {
  /** So much of the limit may come back as it is: it is in the driver's memory more than once. */
  private static final double SHARE = 0.25;

  /**
   * Heights of the subtrees, ascending, one for each shuffle: a subtree of height h covers 2ʰ
   * chunks. None means that the driver sums everything.
   *
   * @param chunks that the step reads, ascending
   * @throws ResultTooLargeException if more than the limit would come back even so
   */
  List<Integer> heights(StepJob.Work work, int[] chunks) {
    List<Integer> heights =
        aggregation.depth().isPresent()
            ? ofDepth(aggregation.depth().getAsInt(), chunks)
            : automatic(work, chunks);
    requireFits(work, heights.isEmpty() ? 0 : heights.get(heights.size() - 1));
    return heights;
  }

  private List<Integer> automatic(StepJob.Work work, int[] chunks) {
    int height = 0;
    while (work.resultBytes(height, size) > SHARE * limit && subtrees(chunks, height) > 1) {
      height++;
    }
    return height == 0 ? List.of() : List.of(height);
  }

  /** Every level leaves the same share of what came to it. */
  private static List<Integer> ofDepth(int depth, int[] chunks) {
    List<Integer> heights = new ArrayList<>();
    int height = 0;
    for (int level = 1; level < depth; level++) {
      double most = Math.ceil(Math.pow(chunks.length, 1 - (double) level / depth));
      int before = height;
      while (subtrees(chunks, height) > most) {
        height++;
      }
      if (height > before) {
        heights.add(height);
      }
    }
    return heights;
  }

  private static long subtrees(int[] chunks, int height) {
    return IntStream.of(chunks).map(chunk -> chunk >> height).distinct().count();
  }

  private void requireFits(StepJob.Work work, int height) {
    long bytes = work.resultBytes(height, size);
    if (bytes > limit) {
      throw new ResultTooLargeException(
          String.format(
              Locale.ROOT,
              "a step would bring %d MiB of gradients to the driver, where"
                  + " spark.driver.maxResultSize is %d MiB: raise that to %dm or more%s",
              mebibytes(bytes),
              limit >> 20,
              mebibytes(bytes + bytes / 4),
              aggregation.depth().isPresent() ? ", or leave aggregationDepth automatic" : ""));
    }
  }

  private static long mebibytes(long bytes) {
    return (bytes >> 20) + 1;
  }
}
