package org.sparkradam.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/**
 * Brings rows to their chunks within one JVM, where driver and executors share a heap: tasks leave
 * their packs where the driver finds them, and nothing is serialised or written.
 */
final class LocalExchange {
  /**
   * What tasks have left, by partition of the source, of each exchange that goes on: a task that
   * outlives its exchange keeps nothing alive, and one that is run again leaves the same again.
   */
  private static final Map<String, Map<Integer, List<Tuple2<Integer, RowPack>>>> OPEN =
      new ConcurrentHashMap<>();

  private final ChunkShuffle shuffle;
  private final DriverThreads threads;
  private final String id = UUID.randomUUID().toString();

  LocalExchange(ChunkShuffle shuffle, DriverThreads threads) {
    this.shuffle = shuffle;
    this.threads = threads;
  }

  /**
   * The blocks, by chunk; none if tasks have this class from another loader than the driver, as in
   * a session with jars of its own, so that the two do not meet. Reads the source once, as one job.
   */
  Optional<RowBlock[]> blocks(JavaRDD<LabeledRow> source, IngestScale scale) {
    Map<Integer, List<Tuple2<Integer, RowPack>>> left = new ConcurrentHashMap<>();
    OPEN.put(id, left);
    try {
      boolean met =
          source.mapPartitionsWithIndex(leaving(shuffle, scale, id), false).collect().stream()
              .allMatch(Boolean::booleanValue);
      return met
          ? Optional.of(assembled(byChunk(left, source.getNumPartitions())))
          : Optional.empty();
    } finally {
      OPEN.remove(id);
    }
  }

  /** How many of this JVM go on. */
  static int goingOn() {
    return OPEN.size();
  }

  /** What a task does; it must not carry this object along. */
  private static Function2<Integer, Iterator<LabeledRow>, Iterator<Boolean>> leaving(
      ChunkShuffle shuffle, IngestScale scale, String id) {
    return (partition, rows) -> {
      Map<Integer, List<Tuple2<Integer, RowPack>>> left = OPEN.get(id);
      if (left != null) {
        List<Tuple2<Integer, RowPack>> packs = new ArrayList<>();
        shuffle.toHomes(partition, rows, scale).forEachRemaining(packs::add);
        left.put(partition, packs);
      }
      return List.of(left != null).iterator();
    };
  }

  private List<List<RowPack>> byChunk(
      Map<Integer, List<Tuple2<Integer, RowPack>>> left, int partitions) {
    List<List<RowPack>> byChunk = new ArrayList<>();
    for (int chunk = 0; chunk < shuffle.chunks(); chunk++) {
      byChunk.add(new ArrayList<>());
    }
    for (int partition = 0; partition < partitions; partition++) {
      left.remove(partition).forEach(p -> byChunk.get(p._1()).add(p._2()));
    }
    return byChunk;
  }

  private RowBlock[] assembled(List<List<RowPack>> homes) {
    int chunks = homes.size();
    DistinctRows[] rows = new DistinctRows[chunks];
    List<List<Tuple2<Integer, RowPack>>> passedOn =
        new ArrayList<>(Collections.nCopies(chunks, null));
    threads.run(
        chunks,
        chunk -> {
          rows[chunk] = DistinctRows.of(homes.get(chunk));
          homes.set(chunk, null);
          List<Tuple2<Integer, RowPack>> others = new ArrayList<>();
          shuffle.toOthers(chunk, rows[chunk]).forEachRemaining(others::add);
          passedOn.set(chunk, others);
        });
    passedOn.forEach(packs -> packs.forEach(pack -> rows[pack._1()].add(pack._2())));
    RowBlock[] blocks = new RowBlock[chunks];
    threads.run(
        chunks,
        chunk -> {
          blocks[chunk] = shuffle.block(chunk, rows[chunk]);
          rows[chunk] = null; // its packs are as large as the block
        });
    return blocks;
  }
}
