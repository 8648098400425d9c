package org.sparkradam.block;

import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.ShuffledRDD;
import org.apache.spark.serializer.JavaSerializer;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** The stages of a shuffle into chunks. */
final class Ingest {
  private static final ClassTag<Integer> CHUNK = ClassTag$.MODULE$.apply(Integer.class);
  private static final ClassTag<RowPack> PACK = ClassTag$.MODULE$.apply(RowPack.class);

  private Ingest() {}

  /** One block a partition, not yet computed. */
  static JavaRDD<RowBlock> blocks(
      JavaRDD<LabeledRow> source, ChunkShuffle shuffle, Broadcast<FeatureScale> scale) {
    int chunks = shuffle.places().chunks();
    JavaPairRDD<Integer, RowPack> homes =
        exchanged(source.mapPartitionsToPair(shuffle::toHomes), chunks);
    JavaPairRDD<Integer, RowPack> guests =
        exchanged(homes.mapPartitionsToPair(shuffle::toOthers), chunks);
    return homes.zipPartitions(
        guests, (own, passedOn) -> List.of(shuffle.block(own, passedOn, scale.value())).iterator());
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
