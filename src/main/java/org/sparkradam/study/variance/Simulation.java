package org.sparkradam.study.variance;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.sparkradam.fit.Progress;

/**
 * Simulates trajectories on executors. Blocks of them come back in rounds and are merged in their
 * order on the driver, so that the bits depend on the spec alone.
 */
public final class Simulation {
  private static final int BLOCKS_PER_TASK = 4;

  private final JavaSparkContext context;
  private final int partitions;
  private final Progress progress;

  /**
   * @param partitions tasks at a time, at least 1
   */
  public Simulation(JavaSparkContext context, int partitions, Progress progress) {
    this.context = context;
    this.partitions = partitions;
    this.progress = progress;
  }

  /** Runs all trajectories. */
  public SimulationResult run(SimulationSpec spec) {
    long started = System.nanoTime();
    Trajectory.Block block = new Trajectory.Block(spec, RecordedSteps.upTo(spec.steps()));
    int blocks = Trajectory.Block.count(spec);
    int round = BLOCKS_PER_TASK * partitions;
    MomentTable moments = null;
    for (int first = 0; first < blocks; first += round) {
      report(spec, first, blocks);
      for (MomentTable part : simulate(block, first, Math.min(blocks, first + round))) {
        moments = moments == null ? part : moments.merge(part);
      }
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    return SimulationResult.of(block, moments, partitions, seconds);
  }

  private void report(SimulationSpec spec, int block, int blocks) {
    String where =
        String.format(
            Locale.ROOT,
            "simulated %,d of %,d trajectories",
            (long) block * Trajectory.Block.SIZE,
            spec.trajectories());
    progress.training(where, (double) block / blocks);
  }

  private List<MomentTable> simulate(Trajectory.Block block, int from, int to) {
    List<Integer> numbers = IntStream.range(from, to).boxed().toList();
    return context.parallelize(numbers, partitions).map(block::simulate).collect();
  }

  /** The steps at which trajectories are looked at. */
  static final class RecordedSteps {
    /** Of 6000 steps 206 remain: where the ratio leaves none between, two become one. */
    private static final int SPACED = 280;

    private RecordedSteps() {}

    /** At equal ratios, with 1, 2 and 5 times each power of ten among them, and the last. */
    static int[] upTo(int last) {
      return IntStream.concat(
              IntStream.range(0, SPACED)
                  .map(i -> (int) Math.round(StrictMath.pow(last, i / (SPACED - 1.0)))),
              round(last))
          .sorted()
          .distinct()
          .toArray();
    }

    private static IntStream round(int last) {
      return IntStream.of(1, 2, 5)
          .flatMap(digit -> powersOfTen(last).map(power -> digit * power))
          .filter(step -> step <= last);
    }

    // Up to a tenth of the largest int, so that five times it is one too.
    private static IntStream powersOfTen(int last) {
      return IntStream.iterate(
          1, power -> power <= Math.min(last, 100_000_000), power -> 10 * power);
    }
  }
}
