package org.sparkradam.block;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.JavaSerializer;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** The stages of a shuffle into chunks. */
final class Ingest {
  private static final ClassTag<Integer> CHUNK = ClassTag$.MODULE$.apply(Integer.class);
  private static final ClassTag<RowPack> PACK = ClassTag$.MODULE$.apply(RowPack.class);

  private Ingest() {}

  /** One block a partition, not yet computed. */
  static JavaRDD<RowBlock> blocks(
      JavaRDD<LabeledRow> source, ChunkShuffle shuffle, Broadcast<Shipped<IngestScale>> scale) {
    if (shuffle.kind() == RowShuffle.PARTITION) {
      return source.mapPartitionsWithIndex(
          (partition, rows) -> kept(partition, rows, shuffle, scale.value().value()), false);
    }
    int chunks = shuffle.chunks();
    JavaPairRDD<Integer, RowPack> homes =
        exchanged(
            JavaPairRDD.fromJavaRDD(
                source.mapPartitionsWithIndex(
                    (partition, rows) -> shuffle.toHomes(partition, rows, scale.value().value()),
                    false)),
            chunks);
    JavaPairRDD<Integer, RowPack> guests =
        exchanged(homes.mapPartitionsToPair(home -> passedOn(home, shuffle)), chunks);
    return homes.zipPartitions(
        guests, (own, passedOn) -> List.of(block(shuffle, own, passedOn)).iterator());
  }

  private static Iterator<RowBlock> kept(
      int partition, Iterator<LabeledRow> rows, ChunkShuffle shuffle, IngestScale scale) {
    return List.of(
            block(
                shuffle,
                shuffle.toHomes(partition, rows, scale),
                Collections.<Tuple2<Integer, RowPack>>emptyIterator()))
        .iterator();
  }

  private static Iterator<Tuple2<Integer, RowPack>> passedOn(
      Iterator<Tuple2<Integer, RowPack>> home, ChunkShuffle shuffle) {
    Arrived arrived = new Arrived();
    arrived.take(home);
    return shuffle.toOthers(arrived.chunk, arrived.rows);
  }

  private static RowBlock block(
      ChunkShuffle shuffle,
      Iterator<Tuple2<Integer, RowPack>> own,
      Iterator<Tuple2<Integer, RowPack>> passedOn) {
    Arrived arrived = new Arrived();
    arrived.take(own);
    arrived.take(passedOn);
    return shuffle.block(arrived.chunk, arrived.rows);
  }

  /** What came to one chunk. */
  private static final class Arrived {
    private final DistinctRows rows = new DistinctRows();

    /**
     * As the packs say: a task cannot be asked, since it may be computing several chunks for
     * someone's {@code coalesce}; -1 where nothing came.
     */
    private int chunk = -1;

    void take(Iterator<Tuple2<Integer, RowPack>> packs) {
      while (packs.hasNext()) {
        Tuple2<Integer, RowPack> next = packs.next();
        chunk = next._1();
        rows.add(next._2());
      }
    }
  }

  private static JavaPairRDD<Integer, RowPack> exchanged(
      JavaPairRDD<Integer, RowPack> packs, int chunks) {
    ShuffledRDD<Integer, RowPack, RowPack> shuffled =
        new ShuffledRDD<>(packs.rdd(), new HashPartitioner(chunks), CHUNK, PACK, PACK);
    shuffled.setSerializer(forgetful(packs.context().getConf()));
    return new JavaPairRDD<>(shuffled, CHUNK, PACK);
  }

  /** By default the stream keeps the last 100 objects alive, which here are megabytes each. */
  private static JavaSerializer forgetful(SparkConf conf) {
    return new JavaSerializer(conf.clone().set("spark.serializer.objectStreamReset", "1"));
  }
}
