package org.sparkradam.table.synthetic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/**
 * What is summed over all rows: best possible losses, and how often each class occurs.
 *
 * <p>Summed by a pass of its own over the generator, since accumulators filled while writing count
 * a repeated task twice. Sums are made over fixed slices of rows and merged in their order, so the
 * bits depend neither on partitions nor on cores.
 *
 * @param counts one a class; empty for a regression
 */
record Tally(double lossSum, List<Long> counts) implements Serializable {
  private static final long SLICE = 65_536;
  private static final long MOST_TASKS = 10_000;

  /** Runs one Spark job over the generator. */
  static Tally of(SparkSession spark, GroundTruth truth) {
    long slices = (truth.spec().rows() + SLICE - 1) / SLICE;
    int tasks = (int) Math.min(slices, MOST_TASKS);
    return spark
        .range(0, slices, 1, tasks)
        .toJavaRDD()
        .map(slice -> slice(truth, slice))
        .collect()
        .stream()
        .reduce(none(truth), Tally::plus);
  }

  BestLoss bestLoss(GroundTruth truth) {
    return new BestLoss(truth.labels().lossName(), lossSum / truth.spec().rows());
  }

  private static Tally slice(GroundTruth truth, long slice) {
    RowGenerator generator = new RowGenerator(truth);
    long end = Math.min((slice + 1) * SLICE, truth.spec().rows());
    long[] counts = new long[classes(truth)];
    double lossSum = 0;
    for (long row = slice * SLICE; row < end; row++) {
      generator.seek(row);
      lossSum += generator.bestLoss();
      if (counts.length > 0) {
        counts[(int) generator.label()]++;
      }
    }
    return new Tally(lossSum, Arrays.stream(counts).boxed().toList());
  }

  private static Tally none(GroundTruth truth) {
    return new Tally(0, Collections.nCopies(classes(truth), 0L));
  }

  private static int classes(GroundTruth truth) {
    return truth.spec().target() instanceof Target.Classes target ? target.classes() : 0;
  }

  private Tally plus(Tally next) {
    return new Tally(
        lossSum + next.lossSum,
        IntStream.range(0, counts.size())
            .mapToObj(label -> counts.get(label) + next.counts.get(label))
            .toList());
  }
}
