package org.sparkradam.benchmark;

import java.util.List;
import org.sparkradam.block.ShuffledBlocks;

/** The gradient over all rows against MLlib's and Spark ML's. */
record FullBatchCase() implements BenchmarkCase {
  private static final int STEPS = 8;

  @Override
  public String name() {
    return "full-batch";
  }

  @Override
  public String title() {
    return "the gradient over all rows";
  }

  @Override
  public double seconds() {
    return 60;
  }

  @Override
  public List<Finding> run(Bench bench) {
    try (ShuffledBlocks blocks = bench.dense(bench.rows());
        MllibDescent descent =
            MllibDescent.over(
                BenchmarkRows.denseForMllib(bench.context(), bench.rows(), Bench.FEATURES),
                Bench.FEATURES,
                1,
                STEPS)) {
      bench.warmUp(blocks);
      List<Timings> times =
          bench.measure(
              "full batches, GradientDescent and LogisticRegression",
              bench.fewTurns(),
              List.of(bench.steps(blocks, 1, bench.rows(), STEPS), descent, regression(bench)));
      Finding.Quantity step = times.get(0).median("step on all rows");
      return List.of(
          Finding.times(
              name(),
              step,
              times.get(1).median("iteration of GradientDescent at fraction 1"),
              Requirement.timesFaster(4)),
          Finding.times(
              name(),
              step,
              times.get(2).median("evaluation of LogisticRegression"),
              Requirement.atMost(0.4)));
    }
  }

  private static Side regression(Bench bench) {
    return SparkLogisticRegression.over(
        BenchmarkRows.denseForMllib(bench.context(), bench.rows(), Bench.FEATURES), STEPS);
  }
}
