package org.sparkradam.study.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.HandMade;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.paired.GoodRange.End;

class GoodRangesTest {
  private static final double[] RATES = {0.001, 0.01, 0.1, 1};

  @Test
  void endsLieWhereTheBoundIsCrossed() {
    // The bound is 1.01: halfway from 1.0 at .1 to 1.02 at 1, and 1/3 of the way to 1.03 at .01.
    GoodRange range = range(2, 1.03, 1.0, 1.02).orElseThrow();
    assertThat(range.bestRate()).isEqualTo(0.1);
    assertThat(range.best()).isEqualTo(1);
    assertThat(range.high()).isCloseTo(Math.pow(10, -0.5), within(1e-12));
    assertThat(range.low()).isCloseTo(Math.pow(10, -1 - 1.0 / 3), within(1e-12));
    assertThat(range.decades()).isCloseTo(0.5 + 1.0 / 3, within(1e-12));
    assertThat(range.lowEnd()).isEqualTo(End.FOUND);
    assertThat(range.highEnd()).isEqualTo(End.FOUND);
  }

  @Test
  void endsOfTheSweepAreOpen() {
    GoodRange range = range(1.005, 1.0, 1.005, 1.009).orElseThrow();
    assertThat(range.low()).isEqualTo(0.001);
    assertThat(range.high()).isEqualTo(1);
    assertThat(range.lowEnd()).isEqualTo(End.OPEN);
    assertThat(range.highEnd()).isEqualTo(End.OPEN);
  }

  @Test
  void aDivergedRateEndsTheRangeAtItsNeighbour() {
    GoodRange range = range(2, 1.005, 1.0, Double.NaN).orElseThrow();
    assertThat(range.high()).isEqualTo(0.1);
    assertThat(range.highEnd()).isEqualTo(End.FOUND);
  }

  /** Good again beyond a bad rate is not one range. */
  @Test
  void onlyNeighboursOfTheBestCount() {
    GoodRange range = range(1.0, 2, 1.001, 1.0005).orElseThrow();
    assertThat(range.bestRate()).isEqualTo(0.001);
    assertThat(range.high()).isLessThan(0.01);
  }

  @Test
  void noneIfAllDiverge() {
    assertThat(range(Double.NaN, Double.NaN, Double.NaN, Double.NaN)).isEmpty();
  }

  @Test
  void byTheBestOfAll() {
    Quality loss = loss();
    assertThat(GoodRanges.of(loss).asGoodAs(0.98, groups(2, 2, 1.0, 2))).isEmpty();
    GoodRange range = GoodRanges.of(loss).asGoodAs(0.995, groups(2, 2, 1.0, 2)).orElseThrow();
    GoodRange own = GoodRanges.of(loss).aroundBest(groups(2, 2, 1.0, 2)).orElseThrow();
    assertThat(range.decades()).isBetween(0.0, own.decades());
    assertThat(range.decades()).isPositive();
  }

  @Test
  void whereHigherIsBetter() {
    ComparisonResult result = result(0.5, 0.2, 0.1, 0.104);
    Quality accuracy = Quality.testMetric(result.model());
    GoodRange range = GoodRanges.of(accuracy).aroundBest(SolverAtRate.of(result)).orElseThrow();
    assertThat(range.best()).isEqualTo(0.9);
    assertThat(range.highEnd()).isEqualTo(End.OPEN);
    assertThat(range.low()).isBetween(0.01, 0.1);
  }

  private static java.util.Optional<GoodRange> range(double... losses) {
    return GoodRanges.of(loss()).aroundBest(groups(losses));
  }

  private static Quality loss() {
    return Quality.testLoss(result(1, 1, 1, 1).model());
  }

  private static List<SolverAtRate> groups(double... losses) {
    return SolverAtRate.of(result(losses));
  }

  private static ComparisonResult result(double... losses) {
    return HandMade.result(
        "adam",
        RATES,
        new long[] {1, 2},
        (solver, rate, seed) -> losses[java.util.Arrays.binarySearch(RATES, rate)]);
  }
}
