package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.MapOutputTrackerMaster;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.RDDBlockId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The blocks follow from the rows and the seed, and from nothing that a cluster may do. */
class RepeatableShuffleTest {
  private static final int CHUNKS = 5;
  private static final AtomicInteger SOURCE_TASKS = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1})
  void partitionsOrderAndRepetitionOfTheSourceChangeNoBit(double active) {
    List<List<String>> expected = shuffled(SampleRows.rdd(SampleRows.withEqualOnes(active), 1));
    for (int partitions : new int[] {2, 7, 24}) {
      List<LabeledRow> order = SampleRows.shuffled(SampleRows.withEqualOnes(active), partitions);
      assertSame(shuffled(SampleRows.rdd(order, partitions)), expected);
    }
  }

  @Test
  void theFormOfAVectorChangesNoBit() {
    List<LabeledRow> dense =
        SampleRows.withEqualOnes(0.3).stream()
            .map(r -> new LabeledRow(r.label(), 1, r.features().toDense()))
            .toList();
    List<LabeledRow> sparse =
        SampleRows.withEqualOnes(0.3).stream()
            .map(r -> new LabeledRow(r.label(), 1, r.features().toSparse()))
            .toList();
    assertSame(shuffled(SampleRows.rdd(dense, 3)), shuffled(SampleRows.rdd(sparse, 2)));
    assertThat(fingerprint(dense, 2, IngestSettings.of(1)))
        .isEqualTo(fingerprint(sparse, 3, IngestSettings.of(1)));
  }

  @Test
  void theFingerprintKnowsTheRowsAndNotTheirOrder() {
    List<LabeledRow> rows = SampleRows.withEqualOnes(1);
    String expected = fingerprint(rows, 1, IngestSettings.of(1));
    assertThat(expected).matches("[0-9a-f]{16}");
    IngestSettings other = IngestSettings.of(2).withChunks(3).withScale(new double[10]);
    assertThat(fingerprint(SampleRows.shuffled(rows, 1), 4, other)).isEqualTo(expected);
    assertThat(fingerprint(rows.subList(1, rows.size()), 1, other)).isNotEqualTo(expected);
    assertThat(fingerprint(SampleRows.weighted(rows), 1, other)).isNotEqualTo(expected);
  }

  @Test
  void aTaskThatFailsAndIsRetriedChangesNoBit() {
    JavaRDD<LabeledRow> failing =
        SampleRows.rdd(SampleRows.withEqualOnes(1), 4)
            .mapPartitions(
                rows -> {
                  List<LabeledRow> taken = new ArrayList<>();
                  rows.forEachRemaining(taken::add);
                  if (TaskContext.get().attemptNumber() == 0) {
                    throw new IllegalStateException("the first attempt fails");
                  }
                  return taken.iterator();
                });
    assertSame(shuffled(failing), shuffled(SampleRows.rdd(SampleRows.withEqualOnes(1), 4)));
  }

  @Test
  void aParentWhosePartitionsChangeAtEveryRunChangesNoBit() {
    assertThat(restless().rdd().outputDeterministicLevel().toString()).isEqualTo("INDETERMINATE");
    assertSame(shuffled(restless()), shuffled(SampleRows.rdd(SampleRows.withEqualOnes(1), 4)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, CHUNKS})
  void blocksThatAreLostAreBuiltAgainBitForBit(int lost) {
    IngestSettings settings = IngestSettings.of(3).withChunks(CHUNKS);
    try (ShuffledBlocks blocks = ShuffledBlocks.ingest(restless(), settings)) {
      List<List<String>> expected = BlockText.of(blocks);
      for (int chunk = 0; chunk < lost; chunk++) {
        evict(blocks, chunk);
      }
      assertSame(BlockText.of(blocks), expected);
    }
  }

  @Test
  void blocksThatAreLostTogetherWithTheShuffleAreBuiltAgainBitForBit() {
    IngestSettings settings = IngestSettings.of(3).withChunks(CHUNKS);
    try (ShuffledBlocks blocks = ShuffledBlocks.ingest(restless(), settings)) {
      List<List<String>> expected = BlockText.of(blocks);
      evict(blocks, 2);
      forgetShuffles();
      SOURCE_TASKS.set(0);
      assertSame(BlockText.of(blocks), expected);
      assertThat(SOURCE_TASKS).as("the source was read again").hasPositiveValue();
    }
  }

  @Test
  void aJobThatTakesSeveralChunksToATaskSeesTheSameBlocks() {
    IngestSettings settings = IngestSettings.of(3).withChunks(CHUNKS);
    try (ShuffledBlocks blocks = ShuffledBlocks.ingest(restless(), settings)) {
      List<List<String>> expected = BlockText.of(blocks);
      evict(blocks, 1);
      evict(blocks, 4);
      assertSame(BlockText.of(blocks.blocks().coalesce(1)), expected);
    }
  }

  private static JavaRDD<LabeledRow> restless() {
    return SampleRows.rdd(SampleRows.withEqualOnes(1), 4)
        .repartition(3)
        .mapPartitions(
            rows -> {
              SOURCE_TASKS.incrementAndGet();
              List<LabeledRow> order = new ArrayList<>();
              rows.forEachRemaining(order::add);
              Collections.shuffle(order);
              return order.iterator();
            })
        .repartition(6);
  }

  private static void evict(ShuffledBlocks blocks, int chunk) {
    RDDBlockId id = new RDDBlockId(blocks.blocks().id(), chunk);
    assertThat(SparkEnv.get().blockManager().getStatus(id).isDefined()).isTrue();
    SparkEnv.get().blockManager().removeBlock(id, true);
  }

  /** As if the executors that wrote them were gone. */
  private static void forgetShuffles() {
    MapOutputTrackerMaster tracker = (MapOutputTrackerMaster) SparkEnv.get().mapOutputTracker();
    tracker.shuffleStatuses().keysIterator().foreach(id -> forget(tracker, id));
  }

  private static Object forget(MapOutputTrackerMaster tracker, Object shuffle) {
    tracker.unregisterAllMapAndMergeOutput((int) shuffle);
    return null;
  }

  private static String fingerprint(List<LabeledRow> rows, int partitions, IngestSettings how) {
    try (ShuffledBlocks blocks = ShuffledBlocks.ingest(SampleRows.rdd(rows, partitions), how)) {
      return blocks.fingerprint();
    }
  }

  private static List<List<String>> shuffled(JavaRDD<LabeledRow> source) {
    return BlockText.shuffled(source, 3, CHUNKS);
  }

  private static void assertSame(List<List<String>> actual, List<List<String>> expected) {
    assertThat(actual.equals(expected)).as("the same blocks, bit for bit").isTrue();
  }
}
