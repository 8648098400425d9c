package org.sparkradam.study.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.study.warmup.WarmupRules.rule;
import static org.sparkradam.study.warmup.WarmupRules.steady;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.warmup.Recommendation.Basis;

/** Where it does not matter which rule to take, and where the seeds do not tell. */
class UndecidedTest {
  private static final String LINEAR = "adam:warmup=untuned-linear";
  private static final double[] POOR = {0.5, 0.5, 0.5};

  @Test
  void aDifferenceTooSmallToMatterDecidesNothingHoweverSure() {
    Recommendation made =
        recommended(steady("radam", 0.5, 0.8005, 0.5), steady(LINEAR, 0.5, 0.8, 0.5));
    assertThat(made.comparisons().get(0).gain().interval().excludesZero()).isTrue();
    assertThat(made.basis()).isEqualTo(Basis.NO_MATTER);
    assertThat(made.rules()).extracting(WarmupRule::name).containsExactly("radam", LINEAR);
  }

  @Test
  void oneSeedDecidesNothing() {
    double[] poor = {0.5};
    Recommendation made =
        recommended(
            rule("radam", poor, new double[] {0.9}, poor),
            rule(LINEAR, poor, new double[] {0.6}, poor));
    assertThat(made.basis()).isEqualTo(Basis.UNDECIDED);
    assertThat(made.rules()).extracting(WarmupRule::name).containsExactly("radam", LINEAR);
  }

  @Test
  void seedsThatDisagreeByMoreThanMattersDecideNothing() {
    Recommendation made =
        recommended(
            rule("radam", POOR, new double[] {0.791, 0.807, 0.814}, POOR),
            rule(LINEAR, POOR, new double[] {0.8, 0.8, 0.8}, POOR));
    assertThat(made.comparisons().get(0).gain().interval().excludesZero()).isFalse();
    assertThat(made.basis()).isEqualTo(Basis.UNDECIDED);
  }

  /** Sure as it is that one is better, it may be so by more than matters. */
  @Test
  void aSureDifferenceOfUnknownWeightDecidesNothing() {
    Recommendation made =
        recommended(
            rule("radam", POOR, new double[] {0.8001, 0.8002, 0.8015}, POOR),
            rule(LINEAR, POOR, new double[] {0.8, 0.8, 0.8}, POOR));
    assertThat(made.comparisons().get(0).gain().interval().excludesZero()).isTrue();
    assertThat(made.basis()).isEqualTo(Basis.UNDECIDED);
  }

  @Test
  void itDoesNotMatterWhereTheSeedsDisagreeByLessThanMatters() {
    Recommendation made =
        recommended(
            rule("radam", POOR, new double[] {0.7996, 0.8001, 0.8007}, POOR),
            rule(LINEAR, POOR, new double[] {0.8, 0.8, 0.8}, POOR));
    assertThat(made.basis()).isEqualTo(Basis.NO_MATTER);
  }

  private static Recommendation recommended(WarmupRule... rules) {
    return Recommendation.of(
        List.of(rules), Quality.testMetric(new LinearModel(LinearKind.LOGISTIC, 3, 2)));
  }
}
