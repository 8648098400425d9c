package org.sparkradam.benchmark;

import java.util.List;
import java.util.Locale;
import org.sparkradam.block.ShuffledBlocks;

/** Eight trials in one job against one, and against eight jobs. */
record LockstepCase() implements BenchmarkCase {
  private static final int TRIALS = 8;

  @Override
  public String name() {
    return "lockstep";
  }

  @Override
  public String title() {
    return "eight trials in lock-step";
  }

  @Override
  public double seconds() {
    return 15;
  }

  @Override
  public List<Finding> run(Bench bench) {
    try (ShuffledBlocks blocks = bench.dense(bench.rows())) {
      List<Timings> times =
          bench.measure(
              String.format(Locale.ROOT, "steps of 1 and of %d trials", TRIALS),
              bench.turns(),
              List.of(
                  bench.steps(blocks, TRIALS, bench.batch(), Bench.STEPS),
                  bench.steps(blocks, 1, bench.batch(), Bench.STEPS)));
      Finding.Quantity together = times.get(0).median("step of 8 trials in lock-step");
      Finding.Quantity one = times.get(1).median("step of 1 trial");
      return List.of(
          Finding.times(name(), together, one, Requirement.atMost(1.5)),
          Finding.times(
              name(),
              together,
              new Finding.Quantity("steps of 8 single runs", TRIALS * one.value()),
              Requirement.atMost(0.2)));
    }
  }
}
