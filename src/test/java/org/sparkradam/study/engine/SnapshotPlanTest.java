package org.sparkradam.study.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotPlanTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 15, 16, 17, 150, 200, 100_000, 10_000_000})
  void beginsAtTheStartAndEndsAtTheEnd(long steps) {
    TreeSet<Long> plan = SnapshotPlan.over(steps);
    assertThat(plan.first()).isZero();
    assertThat(plan.last()).isEqualTo(steps);
    assertThat(plan).contains(1L).hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void aShortRunIsSeenWhole() {
    assertThat(SnapshotPlan.over(1)).containsExactly(0L, 1L);
    assertThat(SnapshotPlan.over(5)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
  }

  /** The first steps are where warm-up and rectification show. */
  @ParameterizedTest
  @ValueSource(longs = {150, 100_000})
  void aLongRunIsSeenClosestAtItsStart(long steps) {
    TreeSet<Long> plan = SnapshotPlan.over(steps);
    assertThat(plan).contains(2L, 4L).hasSizeGreaterThan(25);
    assertThat(plan.headSet(steps / 10).size()).isGreaterThan(8);
    Long before = plan.first();
    for (Long step : plan) {
      assertThat(step - before).isLessThanOrEqualTo(steps / 16 + 1);
      before = step;
    }
  }
}
