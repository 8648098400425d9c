package org.sparkradam.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.sparkradam.block.ShuffledBlocks;

/** The same batch from tables of different lengths. */
record RowsCase() implements BenchmarkCase {
  private static final long[] ROWS = {500_000, 2_000_000, 8_000_000};

  @Override
  public String name() {
    return "rows";
  }

  @Override
  public String title() {
    return "the same batch from tables of three lengths";
  }

  @Override
  public double seconds() {
    return 60;
  }

  @Override
  public List<Finding> run(Bench bench) {
    List<ShuffledBlocks> tables = new ArrayList<>();
    try {
      for (long rows : ROWS) {
        tables.add(bench.dense(bench.scaled(rows)));
      }
      return findings(bench, tables);
    } finally {
      tables.forEach(ShuffledBlocks::close);
    }
  }

  private List<Finding> findings(Bench bench, List<ShuffledBlocks> tables) {
    List<Timings> times =
        bench.measure(
            String.format(Locale.ROOT, "steps of %,d rows", bench.batch()),
            bench.turns(),
            tables.stream()
                .map(blocks -> bench.steps(blocks, 1, bench.batch(), Bench.STEPS))
                .toList());
    List<Finding.Quantity> steps = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      steps.add(
          times
              .get(i)
              .median(String.format(Locale.ROOT, "step, table of %,d rows", tables.get(i).rows())));
    }
    List<Finding> findings = new ArrayList<>();
    steps.forEach(step -> findings.add(Finding.stated(name(), "ms", step)));
    steps.sort(Comparator.comparingDouble(Finding.Quantity::value));
    findings.add(
        Finding.times(name(), steps.get(steps.size() - 1), steps.get(0), Requirement.atMost(1.15)));
    return findings;
  }
}
