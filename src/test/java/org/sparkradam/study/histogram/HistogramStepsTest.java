package org.sparkradam.study.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramStepsTest {
  @Test
  void theFirstTenUpdatesAreSeenSingly() {
    assertThat(HistogramSteps.upTo(600))
        .startsWith(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 15L, 20L)
        .endsWith(300L, 400L, 500L, 600L)
        .hasSize(29);
  }

  @Test
  void theLastStepIsAmongThem() {
    assertThat(HistogramSteps.upTo(1)).containsExactly(1L);
    assertThat(HistogramSteps.upTo(20)).endsWith(11L, 12L, 15L, 20L).hasSize(14);
    assertThat(HistogramSteps.upTo(1234)).endsWith(1000L, 1200L, 1234L);
    assertThat(HistogramSteps.upTo(Integer.MAX_VALUE).last()).isEqualTo(Integer.MAX_VALUE);
  }
}
