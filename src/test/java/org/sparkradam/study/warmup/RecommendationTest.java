package org.sparkradam.study.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sparkradam.study.warmup.WarmupRules.rule;
import static org.sparkradam.study.warmup.WarmupRules.steady;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.warmup.Recommendation.Basis;

/** Every way to a recommendation, on results made by hand. */
class RecommendationTest {
  private static final String LINEAR = "adam:warmup=untuned-linear";
  private static final String EXPONENTIAL = "adam:warmup=untuned-exponential";
  private static final LinearModel MODEL = new LinearModel(LinearKind.LOGISTIC, 3, 2);
  private static final Quality AUC = Quality.testMetric(MODEL);
  private static final double[] POOR = {0.5, 0.5, 0.5};
  private static final double[] DIVERGED = {0.9, Double.NaN, 0.9};

  @Test
  void theBestAtItsBestRateWinsWhereTheSeedsAgree() {
    Recommendation made =
        recommended(
            steady("radam", 0.7, 0.78, 0.6),
            steady(LINEAR, 0.8, 0.7, 0.6),
            steady(EXPONENTIAL, 0.7, 0.79, 0.6));
    assertThat(made.basis()).isEqualTo(Basis.BEST_RATE);
    assertThat(made.rules()).extracting(WarmupRule::name).containsExactly(LINEAR);
    assertThat(made.comparisons()).hasSize(2);
    assertThat(made.comparisons().get(0).gain().mean()).isCloseTo(0.01, within(1e-12));
    assertThat(made.comparisons().get(1).gain().mean()).isCloseTo(0.02, within(1e-12));
    assertThat(made.widths()).isEmpty();
  }

  @Test
  void aLowerLossIsBetter() {
    Recommendation made =
        Recommendation.of(
            List.of(steady("radam", 0.7, 0.78, 0.6), steady(LINEAR, 0.8, 0.7, 0.6)),
            Quality.testLoss(MODEL));
    assertThat(made.rules()).extracting(WarmupRule::name).containsExactly(LINEAR);
    assertThat(made.comparisons().get(0).gain().mean()).isCloseTo(0.02, within(1e-12));
  }

  @Test
  void theWiderRangeWinsWhereTheSeedsDisagreeAtTheBestRates() {
    Recommendation made =
        recommended(
            rule("radam", POOR, new double[] {0.800, 0.805, 0.808}, POOR),
            rule(
                LINEAR,
                new double[] {0.804, 0.801, 0.804},
                new double[] {0.804, 0.801, 0.804},
                POOR));
    assertThat(made.basis()).isEqualTo(Basis.WIDTH);
    assertThat(made.rules()).extracting(WarmupRule::name).containsExactly(LINEAR);
    assertThat(made.comparisons().get(0).ours().name()).isEqualTo("radam");
    assertThat(made.widths().get(0).widening().mean()).isBetween(0.5, 1.1);
  }

  @Test
  void whoIsBeatenAtTheBestRateIsOutWhateverItsWidth() {
    Recommendation made =
        recommended(
            steady("radam", 0.5, 0.8, 0.5),
            steady(LINEAR, 0.5, 0.8, 0.5),
            steady(EXPONENTIAL, 0.77, 0.77, 0.77));
    assertThat(made.basis()).isEqualTo(Basis.NO_MATTER);
    assertThat(made.rules()).extracting(WarmupRule::name).containsExactly("radam", LINEAR);
  }

  @Test
  void aRateAtWhichOneSeedDivergedIsNoBestRate() {
    Recommendation made =
        recommended(
            rule("radam", new double[] {0.7, 0.7, 0.7}, DIVERGED, POOR),
            steady(LINEAR, 0.5, 0.8, 0.5));
    assertThat(made.rules()).extracting(WarmupRule::name).containsExactly(LINEAR);
    assertThat(made.comparisons().get(0).theirBest().learningRate()).isEqualTo(0.01);
  }

  @Test
  void whoDivergedAtEveryRateIsNoCandidate() {
    WarmupRule lost = rule("radam", DIVERGED, DIVERGED, DIVERGED);
    Recommendation one = recommended(lost, steady(LINEAR, 0.5, 0.6, 0.5));
    assertThat(one.basis()).isEqualTo(Basis.OTHERS_DIVERGED);
    assertThat(one.rules()).extracting(WarmupRule::name).containsExactly(LINEAR);
    Recommendation none = recommended(lost, steady("adam", 0.5, 0.6, 0.5));
    assertThat(none.basis()).isEqualTo(Basis.NONE);
    assertThat(none.rules()).isEmpty();
  }

  @Test
  void plainAdamAndTheBestTunedWarmupStandBeside() {
    Recommendation made =
        recommended(
            steady("radam", 0.5, 0.8, 0.5),
            steady("adam", 0.7, 0.5, 0.5),
            steady("adam:warmup=100", 0.5, 0.81, 0.5),
            steady("adam:warmup=1000", 0.5, 0.5, 0.83),
            steady("sgd", 0.9, 0.9, 0.9));
    assertThat(made.basis()).isEqualTo(Basis.ONLY_ONE);
    RuleComparison baseLine = made.baseLine().orElseThrow();
    assertThat(baseLine.theirs().name()).isEqualTo("adam");
    assertThat(baseLine.gain().mean()).isCloseTo(0.1, within(1e-12));
    RuleComparison tuned = made.tuned().orElseThrow();
    assertThat(tuned.ours().name()).isEqualTo("adam:warmup=1000");
    assertThat(tuned.ourBest().learningRate()).isEqualTo(1);
    assertThat(tuned.gain().mean()).isCloseTo(0.03, within(1e-12));
  }

  private static Recommendation recommended(WarmupRule... rules) {
    return Recommendation.of(List.of(rules), AUC);
  }
}
