package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.RDDInfo;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.testing.CachedRdds;
import org.sparkradam.testing.LocalSpark;

/** What the blocks cost the cluster. */
class CachedBlocksTest {
  private static final Set<Integer> READ = new ConcurrentSkipListSet<>();

  @Test
  void onlyTheBlocksAreCachedAndCloseReleasesThem() {
    CachedRdds cached = CachedRdds.now();
    JavaRDD<LabeledRow> source = SampleRows.rdd(SampleRows.random(1, 100, 3, 1), 2);
    ShuffledBlocks blocks = ShuffledBlocks.ingest(source, IngestSettings.of(1));
    Set<Integer> during = cached.since();
    assertThat(during).containsExactly(blocks.blocks().id());
    assertThat(blocks.blocks().getStorageLevel()).isEqualTo(StorageLevel.MEMORY_AND_DISK());
    blocks.close();
    blocks.close();
    assertThat(cached.since()).isEmpty();
    assertThat(source.getStorageLevel()).isEqualTo(StorageLevel.NONE());
  }

  @Test
  void aFailedIngestLeavesNothingCached() {
    CachedRdds cached = CachedRdds.now();
    JavaRDD<LabeledRow> source =
        SampleRows.rdd(SampleRows.random(1, 100, 3, 1), 2).map(CachedBlocksTest::failing);
    assertThat(catchThrowable(() -> ShuffledBlocks.ingest(source, IngestSettings.of(1))))
        .hasStackTraceContaining("no such row");
    assertThat(cached.since()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.2, 1})
  void theEstimateIsCloseToWhatSparkMeasures(double active) {
    List<LabeledRow> rows = SampleRows.weighted(SampleRows.random(1, 4000, 60, active));
    try (ShuffledBlocks blocks =
        ShuffledBlocks.ingest(SampleRows.rdd(rows, 2), IngestSettings.of(1))) {
      long real = info(blocks).memSize();
      assertThat((double) blocks.estimate().bytes()).isBetween(0.8 * real, 1.2 * real);
      assertThat((double) blocks.bytes()).isBetween(0.8 * real, 1.2 * real);
      assertThat(blocks.estimate().storageBytes()).isPositive();
      assertThat(blocks.estimate().shareOnDisk()).isZero();
    }
  }

  @Test
  void theShareThatDoesNotFitIsToldBeforehand() {
    IngestEstimate estimate =
        new IngestEstimate(
            1_000_000, 28, BlockLayout.DENSE, 16, 400L << 20, 400L << 20, 100L << 20);
    assertThat(estimate.shareOnDisk()).isEqualTo(0.75);
    assertThat(estimate.summary())
        .isEqualTo(
            "1,000,000 rows of 28 features: 400 MB in 16 dense chunks;"
                + " free for them are 100 MB, so 75 % will be on disk");
  }

  @Test
  void chunksAreCountedByBytes() {
    assertThat(IngestEstimate.chunks(1, 1, 16)).isEqualTo(1);
    assertThat(IngestEstimate.chunks(1000, 1000, 16)).isEqualTo(3);
    assertThat(IngestEstimate.chunks(100_000, 1 << 20, 16)).isEqualTo(16);
    assertThat(IngestEstimate.chunks(100_000_000, 32L << 30, 16)).isEqualTo(1024);
    assertThat(IngestEstimate.chunks(10, (32L << 20) + 1, 16)).isEqualTo(2);
  }

  @Test
  void aStepRunsOnlyOnTheChunksItReads() {
    List<LabeledRow> rows = SampleRows.random(1, 2000, 3, 1);
    IngestSettings settings = IngestSettings.of(1).withChunks(12);
    try (ShuffledBlocks blocks = ShuffledBlocks.ingest(SampleRows.rdd(rows, 2), settings)) {
      MinibatchPlan plan = new MinibatchPlan(1, blocks.chunkRows(), 100, 3);
      for (long step = 0; step < plan.stepsPerEpoch(); step++) {
        READ.clear();
        int[] chunks = plan.at(step).chunks();
        List<Integer> counts = blocks.run(chunks, CachedBlocksTest::rows);
        assertThat(READ).isEqualTo(IntStream.of(chunks).boxed().collect(Collectors.toSet()));
        assertThat(chunks.length).isBetween(2, 6);
        assertThat(counts.stream().mapToInt(Integer::intValue).toArray())
            .isEqualTo(IntStream.of(chunks).map(chunk -> blocks.chunkRows()[chunk]).toArray());
      }
    }
  }

  private static int rows(int chunk, RowBlock block) {
    READ.add(chunk);
    return block.rows();
  }

  private static LabeledRow failing(LabeledRow row) {
    throw new IllegalStateException("no such row");
  }

  private static RDDInfo info(ShuffledBlocks blocks) {
    return Arrays.stream(LocalSpark.context().sc().getRDDStorageInfo())
        .filter(info -> info.id() == blocks.blocks().id())
        .findFirst()
        .orElseThrow();
  }
}
