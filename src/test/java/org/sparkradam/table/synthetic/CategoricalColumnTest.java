package org.sparkradam.table.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class CategoricalColumnTest {
  @Test
  void levelsFollowZipfsLaw() {
    TableColumns.Categorical column = TableColumns.Categorical.of(3);
    int draws = 500_000;
    int[] counts = new int[column.levels().size()];
    RowRandom random = new RowRandom().restart(1, 0);
    for (int i = 0; i < draws; i++) {
      counts[column.draw(random)]++;
    }
    assertThat(counts).hasSize(2_000);
    for (int level : new int[] {0, 1, 9, 99}) {
      double expected = draws * column.probability(level);
      assertThat((double) counts[level]).isCloseTo(expected, withinPercentage(10));
    }
    assertThat(counts[0]).isGreaterThan(8 * counts[9]);
  }

  @Test
  void columnsHaveFromThreeToTwoThousandLevels() {
    assertThat(TableColumns.Categorical.of(0).levels())
        .containsExactly("level_0", "level_1", "level_2");
    assertThat(TableColumns.Categorical.of(4).levels()).hasSize(3);
    assertThat(TableColumns.Categorical.of(4).name()).isEqualTo("category_4");
  }
}
