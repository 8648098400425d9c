package org.sparkradam.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkradam.table.feature.FeatureGroup;

class RareClassPenaltyTest {
  @Test
  void aRareClassAndManyFeaturesAskForOne() {
    RareClassPenalty penalty =
        RareClassPenalty.of(List.of(970_000L, 30_000L), 70_000).orElseThrow();
    assertThat(penalty.regParam()).isEqualTo(1e-4);
    assertThat(penalty.reason())
        .isEqualTo(
            "penalty: 0.000100, for 3.00 % of the rows are of the rarer class, and tell of 70,000"
                + " features (--reg-param sets it, 0 for none)");
  }

  @Test
  void soDoesTheOtherClassWhereItIsTheRareOne() {
    assertThat(RareClassPenalty.of(List.of(30_000L, 970_000L), 70_000))
        .map(RareClassPenalty::regParam)
        .contains(1e-4);
  }

  @Test
  void vectorsDoWithout() {
    FeatureGroup words = new FeatureGroup("features", "scaled vector", 55_000);
    FeatureGroup levels = new FeatureGroup("site", "one-hot", 60_000);
    assertThat(RareClassPenalty.isOfCategories(List.of(words))).isFalse();
    assertThat(RareClassPenalty.isOfCategories(List.of(words, levels))).isTrue();
  }

  @Test
  void equalClassesAndFewFeaturesDoWithout() {
    assertThat(RareClassPenalty.of(List.of(12_500L, 12_500L), 99_399)).isEmpty();
    assertThat(RareClassPenalty.of(List.of(970_000L, 30_000L), 1000)).isEmpty();
  }
}
