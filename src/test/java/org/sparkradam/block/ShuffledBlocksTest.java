package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.testing.LocalSpark;

class ShuffledBlocksTest {
  private static final LabeledRow COMMON = new LabeledRow(1, 1, Vectors.dense(1, 0, 2, 3));

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1})
  void blocksHoldAllRowsOnceAndScaled(double active) {
    List<LabeledRow> rows = SampleRows.weighted(SampleRows.random(1, 500, 12, active));
    double[] scale = DoubleStream.iterate(0.3, s -> s * 1.7).limit(12).toArray();
    IngestSettings settings = IngestSettings.of(5).withChunks(7).withScale(scale);
    try (ShuffledBlocks blocks = ShuffledBlocks.ingest(SampleRows.rdd(rows, 3), settings)) {
      assertThat(blocks.layout()).isEqualTo(active < 1 ? BlockLayout.SPARSE : BlockLayout.DENSE);
      assertThat(BlockText.sorted(blocks)).isEqualTo(BlockText.sorted(rows, scale));
      assertThat(blocks.rows()).isEqualTo(500);
      assertThat(blocks.features()).isEqualTo(12);
      assertThat(IntStream.of(blocks.chunkRows()).sum()).isEqualTo(500);
      double weights = rows.stream().mapToDouble(LabeledRow::weight).sum();
      assertThat(blocks.weightSum()).isCloseTo(weights, within(1e-9));
    }
  }

  @Test
  void oneBlockAPartitionAsManyRowsAsTheHandleSays() {
    List<LabeledRow> rows = SampleRows.random(2, 300, 4, 1);
    IngestSettings settings = IngestSettings.of(5).withChunks(6);
    try (ShuffledBlocks blocks = ShuffledBlocks.ingest(SampleRows.rdd(rows, 3), settings)) {
      List<List<RowBlock>> partitions = blocks.blocks().glom().collect();
      assertThat(partitions).hasSize(6).allMatch(partition -> partition.size() == 1);
      assertThat(partitions.stream().mapToInt(p -> p.get(0).rows()).toArray())
          .isEqualTo(blocks.chunkRows());
      assertThat(Arrays.stream(blocks.chunkRows()).min().getAsInt()).isGreaterThan(20);
    }
  }

  @Test
  void anotherSeedShufflesOtherwise() {
    List<LabeledRow> rows = SampleRows.random(3, 300, 4, 1);
    List<List<String>> one = BlockText.shuffled(SampleRows.rdd(rows, 2), 1, 2);
    List<List<String>> two = BlockText.shuffled(SampleRows.rdd(rows, 2), 2, 2);
    assertThat(one.equals(two)).isFalse();
  }

  @Test
  void equalRowsSpreadEvenlyOverChunksAndWithinThem() {
    List<LabeledRow> rows =
        SampleRows.together(SampleRows.random(4, 200, 4, 1), SampleRows.copies(COMMON, 19_800));
    IngestSettings settings = IngestSettings.of(5).withChunks(16);
    try (ShuffledBlocks blocks = ShuffledBlocks.ingest(SampleRows.rdd(rows, 5), settings)) {
      assertThat(BlockText.sorted(blocks).equals(BlockText.sorted(rows))).isTrue();
      assertThat(IntStream.of(blocks.chunkRows())).allMatch(count -> Math.abs(count - 1250) < 25);
      String common = BlockText.sorted(List.of(COMMON)).get(0);
      List<Integer> others = placesOfOthers(BlockText.of(blocks), common);
      assertThat(others).hasSize(200).anyMatch(place -> place < 300).anyMatch(place -> place > 900);
    }
  }

  @Test
  void emptyPartitionsAndEmptyChunksDoNoHarm() {
    List<LabeledRow> rows =
        SampleRows.together(SampleRows.random(5, 3, 4, 1), SampleRows.copies(COMMON, 3));
    IngestSettings settings = IngestSettings.of(5).withChunks(50);
    try (ShuffledBlocks blocks = ShuffledBlocks.ingest(SampleRows.rdd(rows, 20), settings)) {
      assertThat(blocks.chunkRows()).hasSize(50).contains(0, 1);
      assertThat(blocks.blocks().collect()).allMatch(block -> block.features() == 4);
      assertThat(BlockText.sorted(blocks)).isEqualTo(BlockText.sorted(rows));
    }
  }

  @Test
  void aTableIsReadWithAndWithoutWeights() {
    List<LabeledRow> rows = SampleRows.random(6, 40, 3, 0.5);
    Dataset<Row> table =
        LocalSpark.session()
            .createDataFrame(
                rows.stream()
                    .map(row -> RowFactory.create((int) row.label(), row.features()))
                    .toList(),
                new StructType()
                    .add("label", DataTypes.IntegerType)
                    .add("features", SQLDataTypes.VectorType()));
    Dataset<Row> weighted = table.withColumn("weight", functions.lit(2));
    assertThat(LabeledRow.of(table).collect()).isEqualTo(rows);
    assertThat(LabeledRow.of(weighted).collect()).allMatch(row -> row.weight() == 2);
  }

  @Test
  void whatCannotBeShuffledIsRefused() {
    List<LabeledRow> rows = SampleRows.random(7, 10, 4, 1);
    List<LabeledRow> uneven = SampleRows.together(rows, SampleRows.random(7, 1, 5, 1));
    assertRefused(List.of(), IngestSettings.of(1), "there are no rows to train on");
    assertRefused(uneven, IngestSettings.of(1), "some have 4 and some 5");
    assertRefused(rows, IngestSettings.of(1).withScale(new double[3]), "scale must have length 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IngestSettings.of(1).withChunks(0))
        .withMessage("chunks must be at least 1, but was 0");
  }

  private static void assertRefused(
      List<LabeledRow> rows, IngestSettings settings, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShuffledBlocks.ingest(SampleRows.rdd(rows, 3), settings))
        .withMessageContaining(message);
  }

  private static List<Integer> placesOfOthers(List<List<String>> chunks, String common) {
    return chunks.stream()
        .flatMap(
            chunk ->
                IntStream.range(0, chunk.size())
                    .filter(row -> !chunk.get(row).equals(common))
                    .boxed())
        .toList();
  }
}
