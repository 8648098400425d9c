package org.sparkradam.block;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.storage.RDDBlockId;
import scala.collection.Iterator;
import scala.collection.immutable.Nil$;
import scala.collection.immutable.Seq;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;

/**
 * Runs Spark jobs on some of the chunks. A job sees only where the blocks are cached, so that it
 * costs the same whatever they were made of. Chunks that are cached nowhere any more, as after the
 * loss of an executor, are built again in a second job. Thread-safe.
 */
final class ChunkJob {
  private static final ClassTag<Object> ANY = ClassTag$.MODULE$.apply(Object.class);

  private final RDD<RowBlock> lineage;
  private final String holder = UUID.randomUUID().toString();

  ChunkJob(RDD<RowBlock> blocks) {
    lineage = blocks;
  }

  /** What the function makes of each of the chunks, in their order. */
  <R> List<R> run(int[] chunks, ChunkFunction<R> function) {
    if (chunks.length == 0) {
      return List.of();
    }
    Map<Integer, Object> results = onCached(chunks, function);
    int[] lost = IntStream.of(chunks).filter(chunk -> results.get(chunk) == null).toArray();
    if (lost.length > 0) {
      Object[] rebuilt = onLineage(lost, function);
      IntStream.range(0, lost.length).forEach(i -> results.put(lost[i], rebuilt[i]));
    }
    return typed(IntStream.of(chunks).mapToObj(results::get).toList());
  }

  /**
   * Brings one block to the driver, past what {@code spark.driver.maxResultSize} allows a job, as
   * long as it is cached anywhere.
   */
  RowBlock fetch(int chunk) {
    return StoredBlocks.read(new RDDBlockId(lineage.id(), chunk))
        .map(StoredBlocks.Read::block)
        .orElseGet(() -> run(new int[] {chunk}, (number, block) -> block).get(0));
  }

  /** Lets go of what this JVM holds beside Spark's cache; other JVMs do when they need memory. */
  void close() {
    RecentBlocks.forget(holder);
  }

  /** By chunk; null for those that are lost. */
  private Map<Integer, Object> onCached(int[] chunks, ChunkFunction<?> function) {
    List<ChunkShare> shares =
        ChunkShare.of(
            chunks,
            StoredBlocks.locations(lineage.id(), chunks),
            lineage.context().defaultParallelism());
    RDD<CachedChunks.Found> cached = new CachedChunks(lineage, holder, shares);
    int[] all = IntStream.range(0, shares.size()).toArray();
    Object[] parts =
        values((Object[]) lineage.context().runJob(cached, new OnShare(function), ids(all), ANY));
    Map<Integer, Object> results = new HashMap<>();
    for (int share = 0; share < parts.length; share++) {
      Object[] ofShare = (Object[]) parts[share];
      for (int i = 0; i < ofShare.length; i++) {
        results.put(shares.get(share).chunks()[i], ofShare[i]);
      }
    }
    return results;
  }

  private Object[] onLineage(int[] chunks, ChunkFunction<?> function) {
    return values(
        (Object[]) lineage.context().runJob(lineage, new OnChunk(function), ids(chunks), ANY));
  }

  private static Object[] values(Object[] shipped) {
    return Arrays.stream(shipped).map(value -> ((Shipped<?>) value).value()).toArray();
  }

  private static Seq<Object> ids(int[] partitions) {
    List<Object> ids = IntStream.of(partitions).<Object>mapToObj(id -> id).toList();
    return ScalaCollections.asScala(ids);
  }

  @SuppressWarnings("unchecked")
  private static <R> List<R> typed(List<Object> results) {
    return (List<R>) results;
  }

  /** No lambda of Scala's, whose class Spark would read and parse at every job, to clean it. */
  private static final class OnShare
      extends AbstractFunction2<TaskContext, Iterator<CachedChunks.Found>, Object>
      implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ChunkFunction<?> function;

    OnShare(ChunkFunction<?> function) {
      this.function = function;
    }

    /** One result a chunk; null where the block is lost. */
    @Override
    public Object apply(TaskContext task, Iterator<CachedChunks.Found> blocks) {
      List<Object> results = new ArrayList<>();
      while (blocks.hasNext()) {
        CachedChunks.Found found = blocks.next();
        results.add(
            found.block() == null
                ? null
                : Objects.requireNonNull(function.apply(found.chunk(), found.block())));
      }
      return new Shipped<>(results.toArray());
    }
  }

  /** On blocks that are built again. */
  private static final class OnChunk
      extends AbstractFunction2<TaskContext, Iterator<RowBlock>, Object> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ChunkFunction<?> function;

    OnChunk(ChunkFunction<?> function) {
      this.function = function;
    }

    @Override
    public Object apply(TaskContext task, Iterator<RowBlock> block) {
      return new Shipped<>(
          Objects.requireNonNull(function.apply(task.partitionId(), block.next())));
    }
  }

  /**
   * Cached blocks as they lie in the executors, without what they were computed from.
   *
   * <p>With its lineage every job of a few milliseconds would send the whole shuffle to its tasks,
   * and the scheduler would walk over it and look for all chunks.
   */
  private static final class CachedChunks extends RDD<CachedChunks.Found> {
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
}
