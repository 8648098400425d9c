package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.storage.BlockId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.RAdam;
import org.sparkradam.testing.LocalSpark;

/** However many steps, the driver holds no more than after the first ones. */
class FlatHeapIT {
  /** Spark itself keeps what its page shows of the last 1000 jobs. */
  private static final int BEFORE = 2000;

  private static final long MEGABYTE = 1 << 20;

  /** Spark frees what it ships with a job when the garbage collector finds that out. */
  private static final int FEW = 300;

  /** Weights that travel in the tasks, and weights that are broadcast. */
  @ParameterizedTest
  @CsvSource({"5, 5000", "70000, 3000"})
  void isFlat(int features, int steps) {
    try (ShuffledBlocks blocks =
        features == Tables.FEATURES ? Tables.classes(400) : Tables.wide(400, features)) {
      LinearLoss loss = new LinearLoss(new Logistic(), features, Term.FITTED);
      double[] start = new double[loss.weightCount()];
      LockstepTrial trial = LockstepTrial.of(1, Optimizer.of(RAdam.defaults(), 0.01), start);
      LockstepTraining training =
          new LockstepTraining(blocks, loss, new PortableKernel(), List.of(trial), 50, 2);
      run(training, BEFORE);
      long before = heap();
      run(training, steps - BEFORE);
      assertThat(training.state().step()).isEqualTo(steps);
      assertThat(heap() - before).isLessThan(8 * MEGABYTE);
      assertThat(broadcasts()).isLessThan(FEW);
    }
  }

  private static void run(LockstepTraining training, int steps) {
    for (int i = 0; i < steps; i++) {
      training.next();
    }
  }

  private static long broadcasts() {
    return ScalaCollections.asJava(
            SparkEnv.get().blockManager().getMatchingBlockIds(FlatHeapIT::isBroadcast))
        .size();
  }

  private static boolean isBroadcast(BlockId id) {
    return id.isBroadcast();
  }

  /** What is alive. */
  private static long heap() {
    LocalSpark.context();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }
}
