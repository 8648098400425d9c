package org.sparkradam.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.storage.RDDInfo;
import org.sparkradam.block.ShuffledBlocks;

/** A table of which half is on disk against the same in memory. */
record SpilledCase() implements BenchmarkCase {
  /** Of a row, with its label. */
  private static final long ROW_BYTES = 8L * (Bench.FEATURES + 1);

  @Override
  public String name() {
    return "spilled";
  }

  @Override
  public String title() {
    return "half of the chunks on disk";
  }

  @Override
  public double seconds() {
    return 30;
  }

  /** Nothing under a master that is not local: what executors have for storage is theirs. */
  @Override
  public List<Finding> run(Bench bench) {
    if (!bench.context().isLocal()) {
      bench.progress().say("left out: it needs a local master");
      return List.of();
    }
    // The spilled one first: to make the other one would spill the rest of it.
    try (ShuffledBlocks spilled = spilled(bench);
        ShuffledBlocks inMemory = bench.dense(bench.rows())) {
      List<Timings> times =
          bench.measure(
              String.format(Locale.ROOT, "steps of %,d rows", bench.batch()),
              bench.turns(),
              List.of(
                  bench.steps(spilled, 1, bench.batch(), Bench.STEPS),
                  bench.steps(inMemory, 1, bench.batch(), Bench.STEPS)));
      String onDisk =
          String.format(Locale.ROOT, "step, %.0f %% on disk", 100 * shareOnDisk(bench, spilled));
      String none =
          String.format(Locale.ROOT, "step, %.0f %% on disk", 100 * shareOnDisk(bench, inMemory));
      return List.of(
          Finding.times(
              name(),
              times.get(0).mean(onDisk + " (mean)"),
              times.get(1).mean(none + " (mean)"),
              Requirement.atMost(3)),
          Finding.times(
              name(),
              times.get(0).median(onDisk + " (median)"),
              times.get(1).median(none + " (median)"),
              Requirement.atMost(3)));
    }
  }

  private static ShuffledBlocks spilled(Bench bench) {
    ReservedStorage reserved = ReservedStorage.allBut(bench.rows() * ROW_BYTES / 2);
    try {
      return bench.dense(bench.rows());
    } finally {
      reserved.release();
    }
  }

  private static double shareOnDisk(Bench bench, ShuffledBlocks blocks) {
    RDDInfo info =
        Arrays.stream(bench.context().sc().getRDDStorageInfo())
            .filter(each -> each.id() == blocks.blocks().id())
            .findFirst()
            .orElseThrow();
    return (double) info.diskSize() / (info.diskSize() + info.memSize());
  }
}
