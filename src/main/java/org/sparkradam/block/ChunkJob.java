package org.sparkradam.block;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
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
  private final RDD<RowBlock> cached;
  private final String holder = UUID.randomUUID().toString();

  ChunkJob(RDD<RowBlock> blocks) {
    lineage = blocks;
    cached = new CachedChunks(blocks, holder);
  }

  /** What the function makes of each of the chunks, in their order. */
  <R> List<R> run(int[] chunks, ChunkFunction<R> function) {
    Object[] results = run(cached, chunks, function);
    int[] lost = IntStream.range(0, chunks.length).filter(i -> results[i] == null).toArray();
    if (lost.length > 0) {
      int[] lostChunks = IntStream.of(lost).map(i -> chunks[i]).toArray();
      Object[] rebuilt = run(lineage, lostChunks, function);
      IntStream.range(0, lost.length).forEach(i -> results[lost[i]] = rebuilt[i]);
    }
    return typed(results);
  }

  /** Lets go of what this JVM holds beside Spark's cache; other JVMs do when they need memory. */
  void close() {
    HeldBlocks.forget(holder);
  }

  private static Object[] run(RDD<RowBlock> blocks, int[] chunks, ChunkFunction<?> function) {
    List<Object> partitions = IntStream.of(chunks).<Object>mapToObj(chunk -> chunk).toList();
    Seq<Object> ids = CollectionConverters.asScala(partitions).toSeq();
    return (Object[]) blocks.context().runJob(blocks, new OnChunk(function), ids, ANY);
  }

  @SuppressWarnings("unchecked")
  private static <R> List<R> typed(Object[] results) {
    return (List<R>) Arrays.asList(results);
  }

  /** No lambda of Scala's, whose class Spark would read and parse at every job, to clean it. */
  private static final class OnChunk
      extends AbstractFunction2<TaskContext, Iterator<RowBlock>, Object> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ChunkFunction<?> function;

    OnChunk(ChunkFunction<?> function) {
      this.function = function;
    }

    /** Null where the block is lost. */
    @Override
    public Object apply(TaskContext task, Iterator<RowBlock> block) {
      return block.hasNext()
          ? Objects.requireNonNull(function.apply(task.partitionId(), block.next()))
          : null;
    }
  }
}
