package org.sparkradam.table.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the generator's clicks depend on. */
class ClickLawTest {
  private static final int ROWS = 10_000;
  private static final ClickSpec STILL = new ClickSpec(ROWS, 7, 0.05, 0, 3, 1);
  private static final ClickSpec TURNING = new ClickSpec(ROWS, 7, 0.05, 1, 3, 1);

  /** What pairs of categories do is worth learning: without it, even the right law is worse. */
  @Test
  void pairsOfCategoriesTellMuchOfAClick() {
    ClickLaw law = new ClickLaw(STILL);
    ClickLaw single = new ClickLaw(STILL, 0);
    ClickRow row = new ClickRow(STILL);
    double share = 0;
    double whole = 0;
    double withoutPairs = 0;
    for (int number = 0; number < ROWS; number++) {
      double p = law.probability(row.draw(number, number));
      share += p / ROWS;
      whole += loss(p, p) / ROWS;
      withoutPairs += loss(p, single.probability(row)) / ROWS;
    }
    double knowingNothing = loss(share, share);
    assertThat(withoutPairs).isLessThan(knowingNothing);
    assertThat(whole).isLessThan(withoutPairs - 0.3 * (knowingNothing - whole));
  }

  @Test
  void withoutDriftTheDayTellsNothing() {
    ClickLaw law = new ClickLaw(STILL);
    ClickRow row = new ClickRow(STILL);
    for (int number = 0; number < 100; number++) {
      double first = law.probability(row.draw(number, 0));
      assertThat(law.probability(row.draw(number, ROWS - 1))).isEqualTo(first);
    }
  }

  /** C2, C4 and so on turn from the first day to the last, and the others stay as they are. */
  @Test
  void everyOtherCategoryDrifts() {
    double[] turned = turned();
    double drifting =
        IntStream.range(0, 13).mapToDouble(i -> turned[2 * i + 1]).average().orElseThrow();
    double still = IntStream.range(0, 13).mapToDouble(i -> turned[2 * i]).average().orElseThrow();
    assertThat(drifting).isGreaterThan(3 * still);
    assertThat(drifting).isGreaterThan(0.1);
  }

  /**
   * How far the log odds of a column's two most frequent levels move apart, or together, from the
   * first day to the last, over the same rows.
   */
  private static double[] turned() {
    ClickLaw law = new ClickLaw(TURNING);
    ClickRow row = new ClickRow(TURNING);
    double[][][] sums = new double[ClickLaw.CATEGORIES][2][2];
    int[][] counts = new int[ClickLaw.CATEGORIES][2];
    for (int number = 0; number < ROWS; number++) {
      double first = law.probability(row.draw(number, 0));
      double last = law.probability(row.draw(number, ROWS - 1));
      for (int c = 0; c < ClickLaw.CATEGORIES; c++) {
        int level = row.level(c) - 1;
        if (level == 0 || level == 1) {
          sums[c][level][0] += first;
          sums[c][level][1] += last;
          counts[c][level]++;
        }
      }
    }
    double[] turned = new double[ClickLaw.CATEGORIES];
    for (int c = 0; c < ClickLaw.CATEGORIES; c++) {
      double[] apart = new double[2];
      for (int day = 0; day < 2; day++) {
        apart[day] =
            logOdds(sums[c][0][day] / counts[c][0]) - logOdds(sums[c][1][day] / counts[c][1]);
      }
      turned[c] = Math.abs(apart[1] - apart[0]);
    }
    return turned;
  }

  private static double logOdds(double p) {
    return Math.log(p / (1 - p));
  }

  /** The expected log loss of a prediction. */
  private static double loss(double p, double predicted) {
    return -p * Math.log(predicted) - (1 - p) * Math.log1p(-predicted);
  }
}
