package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DistinctRowsTest {
  private static final long PINNED = -6781625467466263995L;

  @ParameterizedTest
  @EnumSource(BlockLayout.class)
  void rowsThatShareAHashWithoutBeingEqualAreKeptApart(BlockLayout layout) {
    List<LabeledRow> rows =
        List.of(
            new LabeledRow(0, 1, Vectors.dense(1, 2)),
            new LabeledRow(1, 1, Vectors.dense(1, 2)),
            new LabeledRow(0, 2, Vectors.dense(1, 2)),
            new LabeledRow(0, 1, Vectors.dense(1, 3)),
            new LabeledRow(0, 1, Vectors.dense(1, 0)),
            new LabeledRow(0, 1, Vectors.dense(0, 1)),
            new LabeledRow(-0.0, 1, Vectors.dense(1, 2).toSparse()));
    DistinctRows distinct = DistinctRows.of(List.of(pack(layout, rows, 42)));
    assertThat(distinct.size()).isEqualTo(6);
    assertThat(IntStream.range(0, 6).mapToLong(distinct::copies)).containsOnlyOnce(2L);
    assertThat(distinct.repeated()).hasSize(1);
    Integer[] order = IntStream.range(0, 6).boxed().toArray(Integer[]::new);
    Arrays.sort(order, distinct::compare);
    assertThat(IntStream.range(1, 6)).allMatch(i -> distinct.compare(order[i - 1], order[i]) < 0);
  }

  @Test
  void copiesOfManyPacksAreAddedUp() {
    List<LabeledRow> rows = SampleRows.random(3, 5000, 4, 0.5);
    RowPack pack = hashed(rows);
    DistinctRows distinct = DistinctRows.of(List.of(pack, pack, pack));
    assertThat(distinct.size()).isLessThanOrEqualTo(5000).isGreaterThan(4000);
    assertThat(IntStream.range(0, distinct.size()).mapToLong(distinct::copies).sum())
        .isEqualTo(15_000);
  }

  @Test
  void theHashIsOfTheContentAndNotOfItsForm() {
    SparseVector sparse = Vectors.dense(0, 2, 0, -3).toSparse();
    SparseVector moved = Vectors.dense(2, 0, 0, -3).toSparse();
    SparseVector withZero = new SparseVector(4, new int[] {0, 1, 3}, new double[] {-0.0, 2, -3});
    long hash = ContentHash.of(0.0, 1, sparse);
    assertThat(ContentHash.of(-0.0, 1, sparse)).isEqualTo(hash);
    assertThat(ContentHash.of(0, 1, sparse.toDense())).isEqualTo(hash);
    assertThat(ContentHash.of(0, 1, withZero)).isEqualTo(hash);
    assertThat(ContentHash.of(0, 1, moved)).isNotEqualTo(hash);
    assertThat(ContentHash.of(1, 0, sparse)).isNotEqualTo(hash);
    assertThat(ContentHash.of(1, 1, sparse)).isNotEqualTo(hash);
  }

  @Test
  void aHashNeverChanges() {
    assertThat(Mix.of(0)).as("SplitMix64's first word").isEqualTo(0xe220a8397b1dcdafL);
    assertThat(ContentHash.of(1, 0.5, Vectors.dense(0, 2, 0, -3).toSparse()))
        .as("resumed runs find their rows by it")
        .isEqualTo(PINNED);
  }

  private static RowPack pack(BlockLayout layout, List<LabeledRow> rows, long hash) {
    RowBuffer buffer = layout.buffer(2, 1, 1);
    rows.forEach(row -> buffer.add(row, IngestScale.NONE));
    long[] hashes = new long[rows.size()];
    Arrays.fill(hashes, hash);
    return new RowPack(buffer.block(), hashes, null);
  }

  private static RowPack hashed(List<LabeledRow> rows) {
    RowBuffer buffer = BlockLayout.SPARSE.buffer(4, 1, 1);
    rows.forEach(row -> buffer.add(row, IngestScale.NONE));
    long[] hashes =
        rows.stream()
            .mapToLong(row -> ContentHash.of(row.label(), row.weight(), row.features()))
            .toArray();
    return new RowPack(buffer.block(), hashes, null);
  }
}
