package org.sparkradam.study.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sparkradam.study.HandMade;
import org.sparkradam.study.engine.TrialsAlone;
import org.sparkradam.study.paired.Quality;

class SweepWordsTest {
  private static final SweepResult RESULT =
      new SweepResult(
          HandMade.result(
              "radam,adam,sgd",
              new double[] {0.3, 0.1, 0.03},
              new long[] {1, 2},
              (solver, rate, seed) ->
                  switch (solver) {
                    case "radam" -> rate == 0.03 ? 0.5 : 0.2;
                    case "adam" -> rate == 0.3 ? 0.6 : 0.2 + 0.02 * rate;
                    default -> Double.NaN;
                  }),
          Optional.empty());
  private static final Quality ACCURACY = RESULT.qualities().get(0);

  @Test
  void rangesAreNamedWithTheirEnds() {
    assertThat(SweepWords.ranges(RESULT.ranges(ACCURACY)))
        .startsWith(
            "The rates within 1 % of a solver's best test accuracy: radam 0.097 to at least")
        .contains("adam at most 0.03 to 0.1", "sgd none, since it diverges at every rate");
  }

  @Test
  void differencesNameTheirExtremes() {
    assertThat(SweepWords.differences(RESULT.differences(ACCURACY).get(0)))
        .isEqualTo(
            "radam is better at 0.1, 0.3 and worse at 0.03 than adam: in test accuracy the"
                + " difference goes from -0.3 (-0.3 to -0.3) at 0.03 to +0.4 (0.4 to 0.4) at 0.3"
                + " (95 % intervals, paired over 2 seeds).");
    assertThat(SweepWords.differences(RESULT.differences(ACCURACY).get(1)))
        .isEqualTo("radam is better at no rate and worse at no rate than sgd.");
  }

  @Test
  void oneSeedHasNoInterval() {
    SweepResult result =
        new SweepResult(
            HandMade.result(
                "radam,adam",
                new double[] {0.1},
                new long[] {1},
                (solver, rate, seed) -> solver.equals("adam") ? 0.3 : 0.2),
            Optional.empty());
    assertThat(SweepWords.differences(result.differences(ACCURACY).get(0)))
        .contains("goes from +0.1 (one seed) at 0.1 to ");
  }

  @Test
  void lockstepIsMeasuredByTheTimeAlone() {
    assertThat(SweepWords.alone(new TrialsAlone(10, 85, 125, 124)))
        .isEqualTo(
            "In lock-step the 125 trials trained for 10 s, one by one for 85 s, 8.5 times as long;"
                + " 124 of them ended with the same bits alone.");
  }

  @Test
  void rangesFileHasBothYardsticks() {
    assertThat(SweepTables.ranges(RESULT).toCsv())
        .startsWith(
            "solver,quality,within_1_percent_of,best_rate,best,low,high,low_end,high_end,decades\n")
        .contains("sgd,test accuracy,its best,,,,,,,\n")
        .contains("radam,test accuracy,the best of all,0.1,0.8,");
  }
}
