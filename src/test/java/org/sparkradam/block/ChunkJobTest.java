package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.spark.SparkEnv;
import org.apache.spark.storage.BlockManager;
import org.apache.spark.storage.RDDBlockId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.reflect.ClassTag;
import scala.util.Left;

/** Jobs on some of the chunks, wherever these are. */
class ChunkJobTest {
  private static final int CHUNKS = 6;
  private static final int[] SOME = {4, 1, 5};

  /** Driver and executor are one JVM here. */
  private static final List<RowBlock> SEEN = new CopyOnWriteArrayList<>();

  @AfterEach
  void forgetWhatWasSeen() {
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
    try (ShuffledBlocks blocks = blocks()) {
      moveToDisk(blocks);
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
    try (ShuffledBlocks blocks = blocks()) {
      moveToDisk(blocks);
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

  /** As Spark does when memory is needed for something else. */
  private static void moveToDisk(ShuffledBlocks blocks) {
    BlockManager store = SparkEnv.get().blockManager();
    List<RowBlock> all = blocks.blocks().collect();
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      RDDBlockId id = new RDDBlockId(blocks.blocks().id(), chunk);
      RowBlock[] content = {all.get(chunk)};
      assertThat(store.blockInfoManager().lockForWriting(id, true).isDefined()).isTrue();
      store.dropFromMemory(id, () -> Left.apply(content), ClassTag.apply(RowBlock.class));
      store.blockInfoManager().unlock(id, Option.empty());
      assertThat(store.getStatus(id).get().diskSize()).isPositive();
    }
  }
}
