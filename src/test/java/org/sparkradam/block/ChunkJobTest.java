package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.SparkEnv;
import org.apache.spark.memory.MemoryManager;
import org.apache.spark.memory.MemoryMode;
import org.apache.spark.storage.RDDBlockId;
import org.apache.spark.storage.TestBlockId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs on some of the chunks, wherever these are. */
class ChunkJobTest {
  private static final int CHUNKS = 6;
  private static final int[] SOME = {4, 1, 5};

  /** Driver and executor are one JVM here. */
  private static final List<RowBlock> SEEN = new CopyOnWriteArrayList<>();

  private long reserved;

  @AfterEach
  void giveBackMemory() {
    memory().releaseStorageMemory(reserved, MemoryMode.ON_HEAP);
    SEEN.clear();
  }

  @Test
  void resultsComeInTheOrderInWhichChunksAreNamed() {
    try (ShuffledBlocks blocks = blocks()) {
      List<RowBlock> all = blocks.blocks().collect();
      List<String> found = blocks.run(SOME, (chunk, block) -> chunk + " " + BlockText.of(block));
      assertThat(found)
          .containsExactly(
              "4 " + BlockText.of(all.get(4)),
              "1 " + BlockText.of(all.get(1)),
              "5 " + BlockText.of(all.get(5)));
      assertThat(blocks.run(new int[0], (chunk, block) -> chunk)).isEmpty();
    }
  }

  @Test
  void chunksThatAreLostAreBuiltAgainBitForBitAndCachedAgain() {
    try (ShuffledBlocks blocks = blocks()) {
      List<String> expected = texts(blocks);
      RDDBlockId lost = new RDDBlockId(blocks.blocks().id(), 1);
      SparkEnv.get().blockManager().removeBlock(lost, true);
      assertThat(texts(blocks)).isEqualTo(expected);
      assertThat(SparkEnv.get().blockManager().getStatus(lost).isDefined()).isTrue();
    }
  }

  @Test
  void aBlockInMemoryIsReadAsItLiesThere() {
    try (ShuffledBlocks blocks = blocks()) {
      lookAtTwice(blocks, 3);
      assertThat(SEEN.get(1)).isSameAs(SEEN.get(0));
    }
  }

  @Test
  void aBlockOnDiskIsReadOnceForTheStepsThatNeedIt() {
    fillStorageMemory();
    try (ShuffledBlocks blocks = blocks()) {
      RDDBlockId id = new RDDBlockId(blocks.blocks().id(), 3);
      assertThat(SparkEnv.get().blockManager().getStatus(id).get().diskSize()).isPositive();
      lookAtTwice(blocks, 3);
      assertThat(SEEN.get(1)).isSameAs(SEEN.get(0));
      for (int other = 0; other < CHUNKS; other++) {
        lookAtTwice(blocks, other);
      }
      lookAtTwice(blocks, 3);
      assertThat(BlockText.of(SEEN.get(SEEN.size() - 1))).isEqualTo(BlockText.of(SEEN.get(0)));
    }
  }

  @Test
  void aBlockOnDiskPushesNothingOutOfMemory() {
    fillStorageMemory();
    try (ShuffledBlocks blocks = blocks()) {
      giveBackMemory();
      reserved = 0;
      lookAtTwice(blocks, 3);
      RDDBlockId id = new RDDBlockId(blocks.blocks().id(), 3);
      assertThat(SparkEnv.get().blockManager().getStatus(id).get().memSize()).isZero();
    }
  }

  private static void lookAtTwice(ShuffledBlocks blocks, int chunk) {
    for (int i = 0; i < 2; i++) {
      blocks.run(new int[] {chunk}, (number, block) -> SEEN.add(block));
    }
  }

  private static List<String> texts(ShuffledBlocks blocks) {
    return blocks.run(SOME, (chunk, block) -> BlockText.of(block).toString());
  }

  private static ShuffledBlocks blocks() {
    return ShuffledBlocks.ingest(
        SampleRows.rdd(SampleRows.random(8, 300, 4, 1), 3),
        IngestSettings.of(5).withChunks(CHUNKS));
  }

  private void fillStorageMemory() {
    long free = memory().maxOnHeapStorageMemory() - memory().onHeapStorageMemoryUsed();
    assertThat(memory().acquireStorageMemory(new TestBlockId("reserved"), free, MemoryMode.ON_HEAP))
        .isTrue();
    reserved = free;
  }

  private static MemoryManager memory() {
    return SparkEnv.get().memoryManager();
  }
}
