package org.sparkradam.benchmark;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sparkradam.block.Minibatch;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.block.SparseBlock;
import org.sparkradam.train.LockstepTraining;

/** A million weights, ten of them in a row: time, bytes to the driver, memory. */
record SparseCase() implements BenchmarkCase {
  private static final int ACTIVE = 10;
  private static final double ENTRY_BYTES = 12;
  private static final double MOST_MEBIBYTES = 4096;

  @Override
  public String name() {
    return "sparse";
  }

  @Override
  public String title() {
    return "many features, few of them in a row";
  }

  @Override
  public double seconds() {
    return 30;
  }

  @Override
  public List<Finding> run(Bench bench) {
    int features = (int) bench.scaled(1_000_000);
    bench
        .progress()
        .say(
            String.format(
                Locale.ROOT,
                "shuffling %,d rows, %d of %,d features",
                bench.rows(),
                ACTIVE,
                features));
    try (ShuffledBlocks blocks =
        bench.shuffled(BenchmarkRows.sparse(bench.context(), bench.rows(), features, ACTIVE))) {
      LockstepTraining training = bench.training(blocks, 1, bench.batch());
      double received = ResultBytes.of(bench.context(), training::next);
      double touched = ENTRY_BYTES * touched(blocks, bench.plan(blocks, bench.batch()).at(0));
      Timings steps =
          bench
              .measure(
                  String.format(Locale.ROOT, "steps of %,d rows", bench.batch()),
                  bench.turns(),
                  List.of(Side.of(Bench.STEPS / 4, training::next)))
              .get(0);
      return findings(features, steps, received, touched);
    }
  }

  private List<Finding> findings(int features, Timings steps, double received, double touched) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.stated(
            name(),
            "ms",
            steps.median(String.format(Locale.ROOT, "step of %,d features", features))));
    findings.add(
        new Finding(
            name(),
            "bytes",
            new Finding.Quantity("to the driver in a step", received),
            new Finding.Quantity("12 for each feature its batch touches", touched),
            Requirement.atMost(2)));
    PeakMemory.mebibytes()
        .ifPresent(
            peak ->
                findings.add(
                    new Finding(
                        name(),
                        "MiB",
                        new Finding.Quantity("resident memory of this JVM, at most", peak),
                        new Finding.Quantity("allowed", MOST_MEBIBYTES),
                        Requirement.atMost(1))));
    return findings;
  }

  /** How many features are not 0 in some row of the minibatch. */
  private static int touched(ShuffledBlocks blocks, Minibatch minibatch) {
    Map<Integer, List<RowRange>> ranges =
        minibatch.slices().stream()
            .collect(Collectors.toMap(Minibatch.Slice::chunk, Minibatch.Slice::ranges));
    return blocks
        .run(minibatch.chunks(), (chunk, block) -> touched(block, ranges.get(chunk)))
        .stream()
        .reduce(new BitSet(), SparseCase::or)
        .cardinality();
  }

  private static BitSet touched(RowBlock block, List<RowRange> ranges) {
    BitSet touched = new BitSet(block.features());
    if (block instanceof SparseBlock sparse) {
      for (RowRange range : ranges) {
        for (int i = sparse.rowStarts()[range.from()]; i < sparse.rowStarts()[range.to()]; i++) {
          touched.set(sparse.indices()[i]);
        }
      }
    } else {
      touched.set(0, block.features());
    }
    return touched;
  }

  private static BitSet or(BitSet a, BitSet b) {
    a.or(b);
    return a;
  }
}
