package org.sparkradam.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.sparkradam.block.ShuffledBlocks;

/** A step on 1 % of the rows against MLlib's, and against Spark jobs that do nothing. */
record StepCase() implements BenchmarkCase {
  private static final int DESCENT_ITERATIONS = 8;

  @Override
  public String name() {
    return "step";
  }

  @Override
  public String title() {
    return "a step on 1 % of the rows";
  }

  @Override
  public double seconds() {
    return 35;
  }

  @Override
  public List<Finding> run(Bench bench) {
    double fraction = (double) bench.batch() / bench.rows();
    try (ShuffledBlocks blocks = bench.dense(bench.rows());
        MllibDescent descent =
            MllibDescent.over(
                BenchmarkRows.denseForMllib(bench.context(), bench.rows(), Bench.FEATURES),
                Bench.FEATURES,
                fraction,
                DESCENT_ITERATIONS)) {
      int[] chunks = bench.plan(blocks, bench.batch()).at(0).chunks();
      List<Timings> times =
          bench.measure(
              String.format(
                  Locale.ROOT, "steps of %,d rows, GradientDescent and empty jobs", bench.batch()),
              bench.turns(),
              List.of(
                  bench.steps(blocks, 1, bench.batch(), Bench.STEPS),
                  descent,
                  Side.of(Bench.STEPS, emptyJob(bench, chunks.length)),
                  Side.of(Bench.STEPS, () -> blocks.run(chunks, (chunk, block) -> chunk))));
      return findings(times, chunks.length);
    }
  }

  private List<Finding> findings(List<Timings> times, int tasks) {
    Finding.Quantity step = times.get(0).median("step on 1 % of the rows");
    return List.of(
        Finding.times(
            name(),
            step,
            times.get(1).median("iteration of GradientDescent"),
            Requirement.timesFaster(12)),
        Finding.times(
            name(),
            step,
            times.get(2).median(String.format(Locale.ROOT, "empty Spark job of %d tasks", tasks)),
            Requirement.atMost(1)),
        Finding.times(
            name(),
            step,
            times.get(3).median("the engine's own job that only finds its chunks"),
            Requirement.none()));
  }

  private static Runnable emptyJob(Bench bench, int tasks) {
    JavaRDD<Integer> parts =
        bench.context().parallelize(IntStream.range(0, tasks).boxed().toList(), tasks);
    return () -> parts.foreachPartition(part -> {});
  }
}
