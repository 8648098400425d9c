package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.storage.BlockId;
import org.apache.spark.storage.BlockManager;
import org.junit.jupiter.api.Test;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.WeightLayout;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.optim.Optimizer;
import org.sparkradam.optim.RAdam;
import org.sparkradam.testing.LocalSpark;

/** What a step costs the cluster. */
class StepJobTest {
  private static final Optimizer RADAM = Optimizer.of(RAdam.defaults(), 0.1);
  private static final int WIDE = 200_000;
  private static final AtomicInteger MOST_LARGE_BROADCASTS = new AtomicInteger();

  @Test
  void aStepIsOneJobOfTasksOnTheChunksItReads() throws Exception {
    BlockLoss loss = new LinearLoss(new Logistic(), Tables.FEATURES, Term.ABSENT);
    SparkContext context = LocalSpark.context().sc();
    StartedTasks started = new StartedTasks();
    try (ShuffledBlocks blocks = Tables.classes(600)) {
      double[] start = new double[Tables.FEATURES];
      LockstepTraining training =
          training(
              blocks,
              loss,
              20,
              LockstepTrial.of(1, RADAM, start),
              LockstepTrial.of(2, RADAM, start));
      MinibatchPlan first = new MinibatchPlan(1, blocks.chunkRows(), 20, 2);
      MinibatchPlan second = new MinibatchPlan(2, blocks.chunkRows(), 20, 2);
      context.listenerBus().waitUntilEmpty();
      context.addSparkListener(started);
      boolean fewer = false;
      for (int step = 0; step < 20; step++) {
        started.forget();
        training.next();
        context.listenerBus().waitUntilEmpty();
        int[] union = StepJob.union(List.of(first.at(step).chunks(), second.at(step).chunks()));
        assertThat(union).isSorted().doesNotHaveDuplicates();
        assertThat(started.jobs.get()).isEqualTo(1);
        // Beyond two chunks a core, tasks take more than one.
        int aTask = (union.length - 1) / (2 * context.defaultParallelism()) + 1;
        assertThat(started.tasks.get()).isEqualTo((union.length - 1) / aTask + 1);
        fewer |= union.length < Tables.CHUNKS;
      }
      assertThat(fewer).isTrue();
    } finally {
      context.removeSparkListener(started);
    }
  }

  /** 1.6 MB of weights would be too much for a task. */
  @Test
  void manyWeightsGoByBroadcastWhichIsFreed() throws Exception {
    BlockLoss loss = new LinearLoss(new Logistic(), WIDE, Term.ABSENT);
    try (ShuffledBlocks blocks = Tables.wide(240, WIDE)) {
      LockstepTrial trial = LockstepTrial.of(5, RADAM, new double[WIDE]);
      LockstepTraining training = training(blocks, new Watching(loss), 40, trial);
      MOST_LARGE_BROADCASTS.set(0);
      for (int step = 0; step < 12; step++) {
        training.next();
      }
      PlainTraining plain =
          new PlainTraining(
              blocks.blocks().collect(), loss, new MinibatchPlan(5, blocks.chunkRows(), 40, 2));
      PlainTraining.Result expected = plain.run(RADAM, new double[WIDE], 12);
      assertThat(trial.weights()).isEqualTo(expected.weights()).isNotEqualTo(new double[WIDE]);
      assertThat(trial.history().losses()).isEqualTo(expected.losses());
      assertThat(MOST_LARGE_BROADCASTS.get()).isPositive();
      assertThat(largeBroadcastsInTheEnd()).isZero();
    }
  }

  private static LockstepTraining training(
      ShuffledBlocks blocks, BlockLoss loss, long batchSize, LockstepTrial... trials) {
    return new LockstepTraining(blocks, loss, new PortableKernel(), List.of(trials), batchSize, 2);
  }

  /** Spark removes them in the background. */
  private static int largeBroadcastsInTheEnd() throws InterruptedException {
    for (int i = 0; i < 50 && largeBroadcasts() > 0; i++) {
      Thread.sleep(100);
    }
    return largeBroadcasts();
  }

  private static int largeBroadcasts() {
    BlockManager manager = SparkEnv.get().blockManager();
    List<BlockId> ids = ScalaCollections.asJava(manager.getMatchingBlockIds(BlockId::isBroadcast));
    return (int) ids.stream().filter(id -> bytes(manager, id) > 8L * WIDE).count();
  }

  private static long bytes(BlockManager manager, BlockId id) {
    return manager.getStatus(id).fold(() -> 0L, status -> status.memSize() + status.diskSize());
  }

  /** Counts the large broadcasts while tasks run; driver and executor are one JVM here. */
  private record Watching(BlockLoss loss) implements BlockLoss {
    @Override
    public int weightCount() {
      return loss.weightCount();
    }

    @Override
    public WeightLayout layout() {
      return loss.layout();
    }

    @Override
    public BlockLoss withFeatures(int count) {
      return new Watching(loss.withFeatures(count));
    }

    @Override
    public void add(
        RowBlock block, RowRange rows, double[][] weights, GradientSums sums, Kernel kernel) {
      MOST_LARGE_BROADCASTS.accumulateAndGet(largeBroadcasts(), Math::max);
      loss.add(block, rows, weights, sums, kernel);
    }
  }

  private static final class StartedTasks extends SparkListener {
    final AtomicInteger jobs = new AtomicInteger();
    final AtomicInteger tasks = new AtomicInteger();

    void forget() {
      jobs.set(0);
      tasks.set(0);
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
      jobs.incrementAndGet();
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
      tasks.incrementAndGet();
    }
  }
}
