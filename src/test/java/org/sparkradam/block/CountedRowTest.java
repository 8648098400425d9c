package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;

class CountedRowTest {
  private static final long PINNED = -6781625467466263995L;

  @Test
  void rowsThatShareAHashWithoutBeingEqualAreKeptApart() {
    SparseBlock block =
        block(
            new LabeledRow(0, 1, Vectors.dense(1, 2)),
            new LabeledRow(1, 1, Vectors.dense(1, 2)),
            new LabeledRow(0, 2, Vectors.dense(1, 2)),
            new LabeledRow(0, 1, Vectors.dense(1, 3)),
            new LabeledRow(0, 1, Vectors.dense(1, 0)),
            new LabeledRow(0, 1, Vectors.dense(0, 1)),
            new LabeledRow(0, 1, Vectors.dense(1, 2)));
    List<CountedRow> rows = withHash(block, 42);
    List<CountedRow> distinct = CountedRow.distinct(rows);
    Collections.reverse(rows);
    assertThat(distinct).hasSize(6).extracting(CountedRow::copies).containsOnlyOnce(2L);
    assertThat(distinct)
        .usingElementComparator(CountedRow.BY_CONTENT)
        .isEqualTo(CountedRow.distinct(rows));
  }

  @Test
  void theHashIsOfTheContentAndNotOfItsForm() {
    SparseVector sparse = Vectors.dense(0, 2, 0, -3).toSparse();
    SparseVector moved = Vectors.dense(2, 0, 0, -3).toSparse();
    long hash = ContentHash.of(0.0, 1, sparse);
    assertThat(ContentHash.of(-0.0, 1, sparse)).isEqualTo(hash);
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

  private static SparseBlock block(LabeledRow... rows) {
    List<SparseVector> active = new ArrayList<>();
    for (LabeledRow row : rows) {
      active.add(row.features().toSparse());
    }
    return BlockAssembly.canonical(List.of(rows), active);
  }

  private static List<CountedRow> withHash(SparseBlock block, long hash) {
    List<CountedRow> rows = new ArrayList<>();
    IntStream.range(0, block.rows()).forEach(i -> rows.add(new CountedRow(block, i, hash, 1)));
    return rows;
  }
}
