package org.sparkradam.block;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.executor.DataReadMethod;
import org.apache.spark.storage.BlockData;
import org.apache.spark.storage.BlockId;
import org.apache.spark.storage.BlockManager;
import org.apache.spark.storage.BlockManagerId;
import org.apache.spark.storage.BlockResult;
import org.apache.spark.storage.RDDBlockId;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** What Spark's cache has of our blocks. */
final class StoredBlocks {
  private static final ClassTag<RowBlock> BLOCK = ClassTag$.MODULE$.apply(RowBlock.class);

  private StoredBlocks() {}

  /**
   * A block that was read.
   *
   * @param inMemory whether it lies in this JVM's memory, so that to read it again costs nothing
   */
  record Read(RowBlock block, boolean inMemory) {}

  /**
   * On the driver: the executors that have each of the blocks of an RDD, as a scheduler's
   * preferences are written.
   */
  static List<List<String>> locations(int rdd, int[] chunks) {
    BlockId[] ids =
        IntStream.of(chunks).mapToObj(chunk -> new RDDBlockId(rdd, chunk)).toArray(BlockId[]::new);
    return ScalaCollections.asJava(SparkEnv.get().blockManager().master().getLocations(ids))
        .stream()
        .map(executors -> ScalaCollections.asJava(executors).stream())
        .map(executors -> executors.map(StoredBlocks::preference).toList())
        .toList();
  }

  /** In a task: the block, from wherever it is. */
  static Optional<Read> read(RDDBlockId id) {
    BlockManager store = SparkEnv.get().blockManager();
    return onlyOnDisk(id, store)
        ? ScalaCollections.asJava(store.getLocalBytes(id)).map(data -> fromDisk(id, data, store))
        : ScalaCollections.asJava(store.get(id, BLOCK)).map(StoredBlocks::only);
  }

  private static boolean onlyOnDisk(RDDBlockId id, BlockManager store) {
    return ScalaCollections.asJava(store.getStatus(id))
        .filter(status -> status.memSize() == 0 && status.diskSize() > 0)
        .isPresent();
  }

  /** Spark's own way would push others' blocks out of memory to make room for this one. */
  private static Read fromDisk(RDDBlockId id, BlockData data, BlockManager store) {
    try {
      InputStream stream = data.toInputStream();
      Iterator<RowBlock> only = store.serializerManager().dataDeserializeStream(id, stream, BLOCK);
      RowBlock block = only.next();
      only.hasNext(); // at the end Spark closes the stream
      return new Read(block, false);
    } finally {
      store.releaseLockAndDispose(id, data, store.releaseLockAndDispose$default$3());
    }
  }

  private static Read only(BlockResult result) {
    RowBlock block = (RowBlock) result.data().next();
    result.data().hasNext(); // at the end Spark unlocks it
    return new Read(block, result.readMethod().equals(DataReadMethod.Memory()));
  }

  private static String preference(BlockManagerId executor) {
    return "executor_" + executor.host() + "_" + executor.executorId();
  }
}
