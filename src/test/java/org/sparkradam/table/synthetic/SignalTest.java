package org.sparkradam.table.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalTest {
  private static final int ROWS = 20_000;

  @Test
  void withoutDriftTheSameFeaturesScoreAlikeAtAnyTime() {
    assertThat(correlation(Tables.BINARY, 0, 1)).isCloseTo(1, within(1e-12));
  }

  @Test
  void driftTurnsTheCoefficients() {
    SyntheticSpec half = Tables.BINARY.withDrift(0.5);
    SyntheticSpec full = Tables.BINARY.withDrift(1);
    assertThat(correlation(half, 0, 0.1)).isGreaterThan(0.98);
    assertThat(correlation(half, 0, 1)).isBetween(0.3, 0.95);
    assertThat(correlation(full, 0, 1)).isLessThan(correlation(half, 0, 1));
  }

  @Test
  void scoresVaryEnoughToLearnFromAndNotSoMuchAsToSettleEveryLabel() {
    double[] scores = scores(Tables.BINARY, 0);
    double square =
        IntStream.range(0, ROWS).mapToDouble(i -> scores[i] * scores[i]).average().orElseThrow();
    assertThat(Math.sqrt(square)).isBetween(1.2, 2.6);
  }

  private static double correlation(SyntheticSpec spec, double early, double late) {
    double[] a = scores(spec, early);
    double[] b = scores(spec, late);
    return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
  }

  private static double product(double[] a, double[] b) {
    double meanA = IntStream.range(0, ROWS).mapToDouble(i -> a[i]).average().orElseThrow();
    double meanB = IntStream.range(0, ROWS).mapToDouble(i -> b[i]).average().orElseThrow();
    return IntStream.range(0, ROWS).mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB)).sum();
  }

  private static double[] scores(SyntheticSpec spec, double time) {
    GroundTruth truth = GroundTruth.of(spec);
    RowFeatures row = new RowFeatures(truth.columns(), truth.signal(), 1);
    RowRandom random = new RowRandom();
    double[] scores = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      row.draw(random.restart(3, i), time);
      scores[i] = row.scores()[0];
    }
    return scores;
  }
}
