package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.junit.jupiter.api.Test;
import org.sparkradam.testing.LocalSpark;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** With {@code spark.serializer} set to Kryo, as many clusters have it. */
class ShippedTest {
  private static final ClassTag<Object> ANY = ClassTag$.MODULE$.apply(Object.class);

  private static SerializerInstance kryo() {
    LocalSpark.session();
    return new KryoSerializer(new SparkConf()).newInstance();
  }

  @Test
  void kryoLeavesRecordsAndListsToJava() {
    List<Chunks.Summary> value = List.of(new Chunks.Summary(3, 1.5, 100));
    Shipped<?> read =
        (Shipped<?>) kryo().deserialize(kryo().serialize(new Shipped<>(value), ANY), ANY);
    assertThat(read.value()).isEqualTo(value);
  }

  @Test
  void withoutItKryoFails() {
    assertThatThrownBy(() -> kryo().serialize(new Chunks.Summary(3, 1.5, 100), ANY))
        .hasStackTraceContaining("record");
  }

  @Test
  void blocksNeedNoHelp() {
    for (double active : new double[] {0.05, 1}) {
      try (ShuffledBlocks blocks =
          ShuffledBlocks.ingest(
              SampleRows.rdd(SampleRows.random(1, 50, 20, active), 2), IngestSettings.of(1))) {
        RowBlock block = blocks.blocks().first();
        RowBlock read = (RowBlock) kryo().deserialize(kryo().serialize(block, ANY), ANY);
        assertThat(BlockText.of(read)).isEqualTo(BlockText.of(block));
      }
    }
  }
}
