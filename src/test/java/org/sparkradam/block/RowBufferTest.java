package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowBufferTest {
  @ParameterizedTest
  @EnumSource(BlockLayout.class)
  void growsAndHasWhatWasAdded(BlockLayout layout) {
    List<LabeledRow> rows = SampleRows.weighted(SampleRows.random(1, 300, 7, 0.6));
    RowBuffer source = layout.buffer(7, 1, 1);
    rows.forEach(row -> source.add(row, IngestScale.NONE));
    RowBlock block = source.block();
    RowBuffer copy = layout.buffer(7, 1, 1);
    for (int row = 0; row < block.rows(); row++) {
      copy.add(block, row);
    }
    assertThat(BlockText.of(copy.blockOfChunk())).isEqualTo(BlockText.of(block)).hasSize(300);
    assertThat(BlockText.of(block).stream().sorted().toList()).isEqualTo(BlockText.sorted(rows));
  }
}
