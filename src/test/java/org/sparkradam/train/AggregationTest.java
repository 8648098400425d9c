package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.MapOutputTrackerMaster;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.block.IngestSettings;
import org.sparkradam.block.Minibatch;
import org.sparkradam.block.MinibatchPlan;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.block.ShuffledBlocks;
import org.sparkradam.loss.BlockLoss;
import org.sparkradam.loss.GradientSums;
import org.sparkradam.loss.LinearLoss;
import org.sparkradam.loss.Softmax;
import org.sparkradam.loss.Term;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.testing.CachedRdds;
import org.sparkradam.testing.LocalSpark;

/** Wherever the tree is evaluated, the sums have the same bits. */
class AggregationTest {
  private static final int CHUNKS = 13;
  private static final int CLASSES = 3;
  private static final BlockLoss LOSS =
      new LinearLoss(new Softmax(CLASSES), LinearRows.FEATURES, Term.FITTED);

  /** Its gradients take 144 kB. */
  private static final BlockLoss WIDE =
      new LinearLoss(new Softmax(2000), LinearRows.FEATURES, Term.FITTED);

  private static ShuffledBlocks blocks;

  @BeforeAll
  static void ingest() {
    blocks = LinearRows.classes(400, CLASSES).blocks(IngestSettings.of(1).withChunks(CHUNKS));
  }

  @AfterAll
  static void release() {
    blocks.close();
  }

  /** Groups of other seeds read other chunks, and a group maybe none of a subtree. */
  @ParameterizedTest
  @CsvSource({"1, 1, 2", "1, 4, 5", "3, 2, 2", "4, 1, 1", "2, 3, 13"})
  void everyDepthHasTheSameBits(int seeds, int trials, int chunksPerStep) {
    for (int step = 0; step < 4; step++) {
      List<Minibatch> minibatches = new ArrayList<>();
      for (int seed = 0; seed < seeds; seed++) {
        minibatches.add(new MinibatchPlan(seed, blocks.chunkRows(), 60, chunksPerStep).at(step));
      }
      StepJob.Work work = work(LOSS, trials, minibatches);
      List<GradientSums> onDriver = run(Aggregation.ofDepth(1), work, minibatches);
      for (int depth = 2; depth <= 4; depth++) {
        assertSame(run(Aggregation.ofDepth(depth), work, minibatches), onDriver);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void everyDepthHasTheSameBitsForAllRows(int depth) {
    List<Minibatch> all = List.of(new MinibatchPlan(0, blocks.chunkRows(), 400, 13).at(0));
    StepJob.Work work = work(LOSS, 2, all);
    assertSame(run(Aggregation.ofDepth(depth), work, all), run(Aggregation.ofDepth(1), work, all));
  }

  @Test
  void sumsOnExecutorsWhatSparkWouldNotBringToTheDriver() {
    List<Minibatch> all = List.of(new MinibatchPlan(0, blocks.chunkRows(), 400, 13).at(0));
    StepJob.Work work = work(WIDE, 8, all);
    StepJob onDriver = new StepJob(blocks, Aggregation.ofDepth(1));
    List<GradientSums> expected = run(Aggregation.ofDepth(1), work, all);
    // 13 partials of 1.1 MiB.
    withMaxResultSize(
        "3m",
        () -> {
          assertThatExceptionOfType(SparkException.class)
              .isThrownBy(() -> onDriver.run(work, all.get(0).chunks()))
              .withMessageContaining("spark.driver.maxResultSize");
          assertSame(run(Aggregation.automatic(), work, all), expected);
          assertThatIllegalArgumentException()
              .isThrownBy(() -> run(Aggregation.ofDepth(1), work, all))
              .withMessage(
                  "a step would bring 15 MiB of gradients to the driver, where"
                      + " spark.driver.maxResultSize is 3 MiB: raise that to 18m or more,"
                      + " or leave aggregationDepth automatic");
        });
  }

  @Test
  void refusesBeforeAnyJobWhatEvenOneSumIsTooLargeFor() {
    List<Minibatch> all = List.of(new MinibatchPlan(0, blocks.chunkRows(), 400, 13).at(0));
    withMaxResultSize(
        "1m",
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Aggregation.automatic(), work(WIDE, 8, all), all))
                .withMessage(
                    "a step would bring 2 MiB of gradients to the driver, where"
                        + " spark.driver.maxResultSize is 1 MiB: raise that to 2m or more"));
  }

  @Test
  void whatShufflesWroteIsFreed() throws InterruptedException {
    List<Minibatch> all = List.of(new MinibatchPlan(0, blocks.chunkRows(), 400, 13).at(0));
    StepJob.Work work = work(LOSS, 2, all);
    int shuffles = shuffles();
    long files = shuffleFiles();
    CachedRdds cached = CachedRdds.now();
    for (int i = 0; i < 5; i++) {
      run(Aggregation.ofDepth(3), work, all);
    }
    // Not more; Spark may have freed other tests' in the meantime.
    assertThat(shuffles()).isLessThanOrEqualTo(shuffles);
    assertThat(cached.since()).isEmpty();
    for (int i = 0; i < 50 && shuffleFiles() > files; i++) {
      Thread.sleep(100);
    }
    assertThat(shuffleFiles()).isLessThanOrEqualTo(files);
    // The blocks, whose own shuffles must still be there for the loss of an executor.
    assertThat(blocks.blocks().map(block -> block.rows()).reduce(Integer::sum)).isEqualTo(400);
  }

  private static int shuffles() {
    return ((MapOutputTrackerMaster) SparkEnv.get().mapOutputTracker()).shuffleStatuses().size();
  }

  private static long shuffleFiles() {
    return ScalaCollections.asJava(SparkEnv.get().blockManager().diskBlockManager().getAllFiles())
        .stream()
        .map(File::getName)
        .filter(name -> name.startsWith("shuffle_"))
        .count();
  }

  private static void withMaxResultSize(String size, Runnable run) {
    SparkConf conf = LocalSpark.context().sc().conf();
    conf.set("spark.driver.maxResultSize", size);
    try {
      run.run();
    } finally {
      conf.remove("spark.driver.maxResultSize");
    }
  }

  private static List<GradientSums> run(
      Aggregation aggregation, StepJob.Work work, List<Minibatch> minibatches) {
    int[] chunks = StepJob.union(minibatches.stream().map(Minibatch::chunks).toList());
    return new StepJob(blocks, aggregation).run(work, chunks);
  }

  private static StepJob.Work work(BlockLoss loss, int trials, List<Minibatch> minibatches) {
    Random random = new Random(2);
    List<GroupWork> groups =
        minibatches.stream()
            .map(
                minibatch ->
                    new GroupWork(
                        IntStream.range(0, trials)
                            .mapToObj(k -> random.doubles(loss.weightCount(), -1, 1).toArray())
                            .toArray(double[][]::new),
                        minibatch))
            .toList();
    return new StepJob.Work(loss, new PortableKernel(), groups);
  }

  private static void assertSame(List<GradientSums> sums, List<GradientSums> expected) {
    assertThat(sums).hasSameSizeAs(expected);
    for (int group = 0; group < sums.size(); group++) {
      assertThat(sums.get(group).gradients()).isDeepEqualTo(expected.get(group).gradients());
      assertThat(sums.get(group).losses()).isEqualTo(expected.get(group).losses());
      assertThat(sums.get(group).weight()).isEqualTo(expected.get(group).weight());
      assertThat(sums.get(group).rows()).isEqualTo(expected.get(group).rows());
    }
  }
}
