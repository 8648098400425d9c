package org.sparkradam.study.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.study.warmup.WarmupRules.result;
import static org.sparkradam.study.warmup.WarmupRules.rule;
import static org.sparkradam.study.warmup.WarmupRules.steady;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.report.ReportFiles;
import org.sparkradam.report.RunDescription;
import org.sparkradam.report.chart.Series;

/** The page and its plots of results that are out of the ordinary. */
class WarmupPageTest {
  private static final double[] NONE = {Double.NaN, Double.NaN, Double.NaN};
  private static final double[] BLOWN_UP = {900, 1000, 1100};

  @ParameterizedTest
  @ValueSource(strings = {"adamw", "sgd", "adam-2k:preconditioningSteps=5", "adam-eps"})
  void withoutAWarmupBesideRAdamEveryRuleIsInThePicture(String other) {
    WarmupResult result = result(steady("radam", 0.5, 0.8, 0.5), steady(other, 0.5, 0.7, 0.5));
    assertThat(new WarmupPlots(result).differences())
        .hasSize(2)
        .allSatisfy(
            (name, plot) ->
                assertThat(plot.series()).extracting(Series::name).containsExactly(other));
    assertThat(html(result)).contains("radam minus other rules");
  }

  @Test
  void nothingWasDecidedWhereNothingWasCompared() {
    assertThat(html(result(rule("radam", NONE, NONE, NONE), steady("adam", 0.5, 0.6, 0.5))))
        .contains("diverged at every rate: try lower rates")
        .doesNotContain("How it was decided", "Of 0 seeds");
  }

  @Test
  void oneSeedHasNoChance() {
    double[] one = {0.5};
    assertThat(html(result(rule("radam", one, one, one), rule("adam", one, one, one))))
        .contains("How it was decided", "One seed decides nothing.")
        .doesNotContain("Of 1 seeds");
  }

  @Test
  void aMetricWithoutBoundsDoesNotSetTheFrameOfThePlot() {
    WarmupRule[] rules = {
      steady("radam", 0.5, 0.7, 0.5),
      rule("adam", new double[] {0.6, 0.6, 0.6}, new double[] {0.8, 0.8, 0.8}, BLOWN_UP)
    };
    assertThat(limitsAreSet(result(LinearKind.SQUARED, rules))).isFalse();
    assertThat(limitsAreSet(result(LinearKind.LOGISTIC, rules))).isTrue();
  }

  private static boolean limitsAreSet(WarmupResult result) {
    return new WarmupPlots(result).differences().get("metric-difference").y().limits().isPresent();
  }

  @Test
  void numbersAreAlikeInEveryLocale() {
    WarmupResult result = result(steady("radam", 0.5, 0.8, 0.5), steady("adam", 0.5, 0.7, 0.5));
    String page = html(result);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(html(result)).isEqualTo(page).contains("12,345 rows", "Of 3 seeds");
      Locale.setDefault(Locale.GERMANY);
      assertThat(html(result)).isEqualTo(page);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void saysThatTheTableOfTheTrialsMarksByLoss() {
    assertThat(html(result(steady("radam", 0.5, 0.8, 0.5), steady("adam", 0.5, 0.7, 0.5))))
        .contains("marks the best rate by test loss, which may be another");
  }

  private static String html(WarmupResult result) {
    RunDescription run = RunDescription.of("t", Map.of(), "compare-warmup", "now");
    return ReportFiles.page(new WarmupReport(result), run).toHtml();
  }
}
