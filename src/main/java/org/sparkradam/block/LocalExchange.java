package org.sparkradam.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/**
 * Brings rows to their chunks within one JVM, where driver and executors share a heap: tasks leave
 * their packs where the driver finds them, and nothing is serialised or written.
 */
final class LocalExchange {
  /** By exchange and partition of the source; a task that is run again leaves the same again. */
  private static final Map<Place, List<Tuple2<Integer, RowPack>>> LEFT = new ConcurrentHashMap<>();

  /** What this class is known by where it was loaded. */
  private static final String HERE = UUID.randomUUID().toString();

  private final ChunkShuffle shuffle;
  private final DriverThreads threads;
  private final String id = UUID.randomUUID().toString();

  private record Place(String exchange, int partition) {}

  LocalExchange(ChunkShuffle shuffle, DriverThreads threads) {
    this.shuffle = shuffle;
    this.threads = threads;
  }

  /**
   * The blocks, by chunk; none if tasks have this class from another loader than the driver, as in
   * a session with jars of its own, so that the two do not meet. Reads the source once, as one job.
   */
  Optional<RowBlock[]> blocks(JavaRDD<LabeledRow> source, IngestScale scale) {
    try {
      boolean met =
          source.mapPartitionsWithIndex(leaving(shuffle, scale, id, HERE), false).collect().stream()
              .allMatch(Boolean::booleanValue);
      return met ? Optional.of(assembled(collected(source.getNumPartitions()))) : Optional.empty();
    } finally {
      IntStream.range(0, source.getNumPartitions()).forEach(p -> LEFT.remove(new Place(id, p)));
    }
  }

  /** What a task does; it must not carry this object along. */
  private static Function2<Integer, Iterator<LabeledRow>, Iterator<Boolean>> leaving(
      ChunkShuffle shuffle, IngestScale scale, String id, String driver) {
    Shared.WithTask<IngestScale> factors = new Shared.WithTask<>(scale);
    return (partition, rows) -> {
      if (!driver.equals(HERE)) {
        return List.of(false).iterator();
      }
      List<Tuple2<Integer, RowPack>> packs = new ArrayList<>();
      shuffle.toHomes(rows, factors.value()).forEachRemaining(packs::add);
      LEFT.put(new Place(id, partition), packs);
      return List.of(true).iterator();
    };
  }

  private List<List<RowPack>> collected(int partitions) {
    List<List<RowPack>> byChunk = empty();
    for (int partition = 0; partition < partitions; partition++) {
      LEFT.remove(new Place(id, partition)).forEach(p -> byChunk.get(p._1()).add(p._2()));
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

  private List<List<RowPack>> empty() {
    return Stream.generate(() -> (List<RowPack>) new ArrayList<RowPack>())
        .limit(shuffle.places().chunks())
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
