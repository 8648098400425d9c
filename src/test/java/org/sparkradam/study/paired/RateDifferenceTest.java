package org.sparkradam.study.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.HandMade;

class RateDifferenceTest {
  /**
   * Seeds differ by more than solvers: only in pairs the solvers are told apart. RAdam wins at .3,
   * loses at .03, nobody knows at .1, and Adam diverges at 1.
   */
  private static final ComparisonResult RESULT =
      HandMade.result(
          "radam,adam,lbfgs",
          new double[] {1, 0.3, 0.1, 0.03},
          new long[] {1, 2, 3},
          (solver, rate, seed) -> 0.2 * seed + (solver.equals("radam") ? 0 : adam(rate, seed)));

  private static double adam(double rate, long seed) {
    if (rate == 1) {
      return seed == 2 ? Double.NaN : 0;
    }
    return rate == 0.3 ? 0.01 + 0.001 * seed : rate == 0.1 ? 0.01 * (seed - 2) : -0.01;
  }

  private static List<RateDifference> differences(Quality quality) {
    return RateDifference.ofTheFirst(RESULT, quality).get(0);
  }

  @Test
  void verdictsByLossAndByAccuracyAgree() {
    for (Quality quality :
        List.of(Quality.testLoss(RESULT.model()), Quality.testMetric(RESULT.model()))) {
      assertThat(differences(quality))
          .extracting(RateDifference::learningRate)
          .containsExactly(0.03, 0.1, 0.3, 1.0);
      assertThat(differences(quality))
          .extracting(RateDifference::verdict)
          .containsExactly(Verdict.WORSE, Verdict.UNDECIDED, Verdict.BETTER, Verdict.DIVERGED);
      assertThat(differences(quality))
          .extracting(RateDifference::seedsBetter)
          .containsExactly(0L, 1L, 3L, 0L);
    }
  }

  @Test
  void differencesAreOfPairs() {
    RateDifference loss = differences(Quality.testLoss(RESULT.model())).get(2);
    assertThat(loss.difference().mean()).isCloseTo(-0.012, within(1e-12));
    assertThat(loss.difference().values())
        .containsExactly(new double[] {-0.011, -0.012, -0.013}, within(1e-12));
    assertThat(loss.difference().interval().low()).isBetween(-0.0131, -0.012);
  }

  @Test
  void solversWithoutRatesAreLeftOut() {
    assertThat(RateDifference.ofTheFirst(RESULT, Quality.testLoss(RESULT.model()))).hasSize(1);
  }

  @Test
  void tablesSayAllOfThem() {
    String csv = DifferenceTables.csv(differences(Quality.testLoss(RESULT.model()))).toCsv();
    assertThat(csv)
        .startsWith(
            "solver,other,learning_rate,quality,difference,low,high,seeds,seeds_better,verdict\n")
        .contains("radam,adam,1.0,test log loss,,,,3,0,diverged")
        .contains(",3,3,better\n");
    assertThat(DifferenceTables.words(differences(Quality.testLoss(RESULT.model())).get(0)))
        .isEqualTo("+0.01 (0.01 to 0.01) at 0.03");
  }
}
