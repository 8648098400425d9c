package org.sparkradam.block;

import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkEnv;
import org.apache.spark.executor.DataReadMethod;
import org.apache.spark.storage.BlockManagerId;
import org.apache.spark.storage.BlockResult;
import org.apache.spark.storage.RDDBlockId;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;
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

  /** On the driver: the executors that have the block, as a scheduler's preferences are written. */
  static List<String> locations(RDDBlockId id) {
    return CollectionConverters.asJava(SparkEnv.get().blockManager().master().getLocations(id))
        .stream()
        .map(StoredBlocks::preference)
        .toList();
  }

  /** In a task: the block, from wherever it is. */
  static Optional<Read> read(RDDBlockId id) {
    return OptionConverters.toJava(SparkEnv.get().blockManager().get(id, BLOCK))
        .map(StoredBlocks::only);
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
