package org.sparkradam.block;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.RDDBlockId;
import scala.collection.Iterator;
import scala.collection.immutable.Nil$;
import scala.collection.immutable.Seq;
import scala.reflect.ClassTag$;

/**
 * Cached blocks as they lie in the executors, without what they were computed from.
 *
 * <p>With its lineage every job of a few milliseconds would send the whole shuffle to its tasks,
 * and the scheduler would walk over it and look for all chunks.
 */
final class CachedChunks extends RDD<CachedChunks.Found> {
  private static final long serialVersionUID = 1L;

  private final int rdd;
  private final String holder;
  private final transient ChunkShare[] shares;

  /**
   * A chunk and its block.
   *
   * @param block null if it is cached nowhere any more
   */
  record Found(int chunk, RowBlock block) {}

  /**
   * @param holder a name that no other blocks of a JVM ever have, as an RDD's number is not
   * @param shares the partitions, in the order of their indices
   */
  CachedChunks(RDD<RowBlock> blocks, String holder, List<ChunkShare> shares) {
    super(blocks.context(), noDependencies(), ClassTag$.MODULE$.apply(Found.class));
    this.rdd = blocks.id();
    this.holder = holder;
    this.shares = shares.toArray(ChunkShare[]::new);
  }

  @Override
  public Partition[] getPartitions() {
    return shares;
  }

  @Override
  public Seq<String> getPreferredLocations(Partition share) {
    return ScalaCollections.asScala(((ChunkShare) share).locations());
  }

  /** Reads a block when it is asked for, so that only one need be in memory. */
  @Override
  public Iterator<Found> compute(Partition share, TaskContext task) {
    java.util.Iterator<Found> found =
        Arrays.stream(((ChunkShare) share).chunks()).mapToObj(this::find).iterator();
    return ScalaCollections.asScala(found);
  }

  private Found find(int chunk) {
    RDDBlockId id = new RDDBlockId(rdd, chunk);
    return new Found(
        chunk, RecentBlocks.get(holder, chunk, () -> StoredBlocks.read(id)).orElse(null));
  }

  @SuppressWarnings("unchecked")
  private static <T> Seq<T> noDependencies() {
    return (Seq<T>) Nil$.MODULE$;
  }
}
