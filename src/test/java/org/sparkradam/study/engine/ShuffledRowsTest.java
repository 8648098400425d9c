package org.sparkradam.study.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.mllib.regression.LabeledPoint;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.Samples;
import org.sparkradam.testing.CachedRdds;

class ShuffledRowsTest {
  private static final List<LabeledPoint> ROWS = Samples.rows(LinearKind.LOGISTIC, 2, 200);

  @Test
  void oneSeedGivesOneOrderHoweverTheTableWasCut() {
    List<List<LabeledPoint>> order = order(ROWS, 1, 7);
    assertThat(order).hasSize(3);
    assertThat(order(ROWS, 5, 7)).isEqualTo(order);
    List<LabeledPoint> mixed = new ArrayList<>(ROWS);
    Collections.shuffle(mixed, new Random(1));
    assertThat(order(mixed, 4, 7)).isEqualTo(order);
  }

  @Test
  void anotherSeedGivesAnotherOrder() {
    assertThat(order(ROWS, 2, 8)).isNotEqualTo(order(ROWS, 2, 7));
  }

  @Test
  void everyRowIsThereOnceAndAboutAsManyInEachPartition() {
    List<List<LabeledPoint>> order = order(ROWS, 2, 7);
    assertThat(order.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(ROWS);
    assertThat(order).allSatisfy(part -> assertThat(part.size()).isBetween(40, 95));
  }

  @Test
  void neighboursOfTheTableAreNoLongerNeighbours() {
    List<LabeledPoint> first = order(ROWS, 1, 7).get(0);
    long kept = 0;
    for (int i = 1; i < first.size(); i++) {
      kept += ROWS.indexOf(first.get(i)) == ROWS.indexOf(first.get(i - 1)) + 1 ? 1 : 0;
    }
    assertThat(kept).isLessThan(5);
  }

  @Test
  void equalRowsAreAllKept() {
    List<LabeledPoint> twins = new ArrayList<>(ROWS);
    twins.addAll(ROWS);
    assertThat(order(twins, 3, 7).stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(twins);
  }

  @Test
  void labelsAreStandardised() {
    List<LabeledPoint> rows = Samples.rows(LinearKind.SQUARED, 2, 100);
    LabelScale labels = LabelScale.of(Samples.table(rows, 2));
    try (ShuffledRows shuffled = new ShuffledRows(Samples.table(rows, 2), labels, 2, 100)) {
      List<Double> scaled = shuffled.forSeed(1).map(LabeledPoint::label).collect();
      assertThat(mean(scaled)).isEqualTo(0, within(1e-12));
      assertThat(mean(scaled.stream().map(label -> label * label).toList()))
          .isEqualTo(1, within(1e-12));
    }
  }

  @Test
  void oneSeedIsCachedAtATimeAndNoneInTheEnd() {
    CachedRdds cached = CachedRdds.now();
    ShuffledRows rows = new ShuffledRows(Samples.table(ROWS, 2), LabelScale.NONE, 2, 200);
    assertThat(cached.since()).isEmpty();
    assertThat(rows.forSeed(1)).isSameAs(rows.forSeed(1));
    assertThat(rows.forSeed(1).getStorageLevel()).isEqualTo(StorageLevel.MEMORY_AND_DISK());
    rows.forSeed(1).count();
    rows.forSeed(2).count();
    assertThat(cached.since()).hasSize(1);
    rows.close();
    assertThat(cached.since()).isEmpty();
    rows.close();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** The rows of each of three partitions, from a table in so many others. */
  private static List<List<LabeledPoint>> order(List<LabeledPoint> rows, int cut, long seed) {
    try (ShuffledRows shuffled =
        new ShuffledRows(Samples.table(rows, cut), LabelScale.NONE, 3, rows.size())) {
      return shuffled.forSeed(seed).glom().collect();
    }
  }
}
