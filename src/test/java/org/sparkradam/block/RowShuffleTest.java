package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that stay in their partition. */
class RowShuffleTest {
  private static final int PARTITIONS = 3;
  private static final IngestSettings KEPT = IngestSettings.of(3).withShuffle(RowShuffle.PARTITION);

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1})
  void chunksArePartitionsInAnOrderOfTheSeed(double active) {
    List<LabeledRow> rows = SampleRows.withEqualOnes(active);
    List<List<String>> kept = texts(rows, KEPT);
    assertThat(kept).hasSize(PARTITIONS);
    // Each row's text is the same in a block of its own.
    List<List<String>> partitions =
        SampleRows.rdd(rows, PARTITIONS).glom().collect().stream()
            .map(part -> texts(part, 1, IngestSettings.of(9).withChunks(1)).get(0))
            .toList();
    for (int chunk = 0; chunk < PARTITIONS; chunk++) {
      assertThat(kept.get(chunk)).containsExactlyInAnyOrderElementsOf(partitions.get(chunk));
      assertThat(kept.get(chunk)).isNotEqualTo(partitions.get(chunk));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1})
  void theOrderWithinAPartitionChangesNoBit(double active) {
    List<LabeledRow> rows = SampleRows.withEqualOnes(active);
    List<LabeledRow> otherwise = new ArrayList<>();
    SampleRows.rdd(rows, PARTITIONS)
        .glom()
        .collect()
        .forEach(part -> otherwise.addAll(SampleRows.shuffled(part, 4)));
    assertThat(otherwise).hasSize(rows.size()).isNotEqualTo(rows);
    assertThat(texts(otherwise, KEPT)).isEqualTo(texts(rows, KEPT));
  }

  @ParameterizedTest
  @EnumSource
  void theDriversBlocksAreThoseOnExecutors(FeaturePrecision precision) {
    IngestSettings settings = KEPT.withPrecision(precision);
    List<LabeledRow> rows = SampleRows.withEqualOnes(1);
    assertThat(texts(rows, settings.withPlace(TrainingPlace.DRIVER)))
        .isEqualTo(texts(rows, settings));
  }

  private static List<List<String>> texts(List<LabeledRow> rows, IngestSettings settings) {
    return texts(rows, PARTITIONS, settings);
  }

  private static List<List<String>> texts(
      List<LabeledRow> rows, int partitions, IngestSettings settings) {
    try (ShuffledBlocks blocks =
        ShuffledBlocks.ingest(SampleRows.rdd(rows, partitions), settings)) {
      return BlockText.of(blocks);
    }
  }
}
