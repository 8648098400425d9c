package org.sparkradam.table.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RowRandomTest {
  @Test
  void aRowsSequenceDependsOnSeedAndRowOnly() {
    RowRandom used = new RowRandom().restart(9, 9);
    used.gaussian();
    assertThat(used.restart(1, 5).gaussian())
        .isEqualTo(new RowRandom().restart(1, 5).gaussian())
        .isNotEqualTo(new RowRandom().restart(1, 6).gaussian())
        .isNotEqualTo(new RowRandom().restart(2, 5).gaussian());
  }

  /** A table made today must be the one made by any later release. */
  @Test
  void theSequenceIsPinned() {
    RowRandom random = new RowRandom().restart(1, 0);
    assertThat(random.uniform()).isEqualTo(0.43274492759272126);
    assertThat(random.gaussian()).isEqualTo(-2.354592463436916);
  }

  @Test
  void firstDrawsOfNeighbouringRowsAreIndependentAndUniform() {
    double[] first = LongStream.range(0, 100_000).mapToDouble(RowRandomTest::first).toArray();
    assertThat(DoubleStream.of(first).average().orElseThrow()).isCloseTo(0.5, within(0.005));
    double lagged = 0;
    for (int i = 1; i < first.length; i++) {
      lagged += (first[i] - 0.5) * (first[i - 1] - 0.5) * 12 / first.length;
    }
    assertThat(lagged).isCloseTo(0, within(0.015));
  }

  private static double first(long row) {
    return new RowRandom().restart(1, row).uniform();
  }
}
