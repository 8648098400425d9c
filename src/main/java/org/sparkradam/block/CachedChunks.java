package org.sparkradam.block;

import java.util.stream.IntStream;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.RDDBlockId;
import scala.collection.Iterator;
import scala.collection.immutable.Nil$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;
import scala.reflect.ClassTag$;

/**
 * Cached blocks as they lie in the executors, without what they were computed from: a partition
 * whose block is cached nowhere is empty.
 *
 * <p>With its lineage every job of a few milliseconds would send the whole shuffle to its tasks,
 * and the scheduler would walk over it and look for all chunks.
 */
final class CachedChunks extends RDD<RowBlock> {
  private static final long serialVersionUID = 1L;

  private final int rdd;
  private final int chunks;
  private final String holder;

  /**
   * @param holder a name that no other blocks of a JVM ever have, as an RDD's number is not
   */
  CachedChunks(RDD<RowBlock> blocks, String holder) {
    super(blocks.context(), noDependencies(), ClassTag$.MODULE$.apply(RowBlock.class));
    this.rdd = blocks.id();
    this.chunks = blocks.getNumPartitions();
    this.holder = holder;
  }

  @Override
  public Partition[] getPartitions() {
    return IntStream.range(0, chunks).mapToObj(Chunk::new).toArray(Partition[]::new);
  }

  @Override
  public Seq<String> getPreferredLocations(Partition chunk) {
    return CollectionConverters.asScala(StoredBlocks.locations(stored(chunk))).toList();
  }

  @Override
  public Iterator<RowBlock> compute(Partition chunk, TaskContext task) {
    RDDBlockId id = stored(chunk);
    return OptionConverters.toScala(
            HeldBlocks.get(holder, chunk.index(), () -> StoredBlocks.read(id)))
        .iterator();
  }

  private RDDBlockId stored(Partition chunk) {
    return new RDDBlockId(rdd, chunk.index());
  }

  @SuppressWarnings("unchecked")
  private static <T> Seq<T> noDependencies() {
    return (Seq<T>) Nil$.MODULE$;
  }

  /** A partition, which its number says all of. */
  private record Chunk(int index) implements Partition {}
}
