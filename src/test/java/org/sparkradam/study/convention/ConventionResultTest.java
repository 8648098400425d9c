package org.sparkradam.study.convention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sparkradam.study.HandMade;
import org.sparkradam.study.paired.Verdict;
import org.sparkradam.study.solver.SolverParser;

class ConventionResultTest {
  private static final ConventionResult RESULT =
      new ConventionResult(
          HandMade.result(
              "radam,radam:rhoThreshold=5,radam:belowThreshold=skip",
              new double[] {0.1, 0.3, 1, 3},
              new long[] {1, 2, 3},
              (solver, rate, seed) ->
                  seed * (1 + (solver.endsWith("=5") ? threshold(rate, seed) : 0.0004))));

  private static double threshold(double rate, long seed) {
    if (rate == 3) {
      return seed == 3 ? Double.NaN : 0;
    }
    return rate == 0.1 ? -0.02 : rate == 0.3 ? 0.03 : seed == 2 ? 0.02 : -0.02;
  }

  @Test
  void everyVariantIsMeasuredByTheSolverWithOneSettingLess() {
    List<Ablation> ablations =
        Ablation.of(
            SolverParser.parseList(
                "radam:rhoThreshold=5,radam,radam:rhoThreshold=5:belowThreshold=skip,"
                    + "adam:warmup=100,sgd,lbfgs"));
    assertThat(ablations)
        .extracting(one -> one.base().name() + " + " + one.change())
        .containsExactly("radam + rhoThreshold=5", "radam:rhoThreshold=5 + belowThreshold=skip");
  }

  @Test
  void effectsAreSharesOfTheBasesLoss() {
    Ablation threshold = RESULT.ablations().get(0);
    List<Effect> effects = RESULT.effects(threshold);
    assertThat(effects)
        .extracting(Effect::verdict)
        .containsExactly(Verdict.BETTER, Verdict.WORSE, Verdict.UNDECIDED, Verdict.DIVERGED);
    // The base's mean is 2·1.0004, the variant's 2·.98.
    assertThat(effects.get(0).share()).isCloseTo(0.98 / 1.0004 - 1, within(1e-12));
    assertThat(RESULT.verdict(threshold))
        .isEqualTo("better at 0.1; worse at 0.3; undecided at 1; diverged at 3");
  }

  @Test
  void aTinyEffectIsTheSameHoweverSure() {
    assertThat(RESULT.verdict(RESULT.ablations().get(1))).isEqualTo("same at 0.1, 0.3, 1, 3");
  }

  /** The hinge loss of separable classes may be 0. */
  @Test
  void ofABaseWithoutLossThereIsNoShare() {
    ConventionResult result =
        new ConventionResult(
            HandMade.result(
                "radam,radam:rhoThreshold=5,radam:belowThreshold=skip",
                new double[] {0.1},
                new long[] {1, 2},
                (solver, rate, seed) -> solver.endsWith("=5") ? seed : 0));
    assertThat(result.verdict(result.ablations().get(0))).isEqualTo("worse at 0.1");
    assertThat(result.verdict(result.ablations().get(1))).isEqualTo("same at 0.1");
    assertThat(ConventionWords.greatest(result))
        .contains("radam with rhoThreshold=5 is not defined, since the loss without it is 0;")
        .contains("radam with belowThreshold=skip 0.00 % (0.00 % to 0.00 %) at 0.1");
    assertThat(ConventionTables.effects(result).toCsv())
        .contains("rhoThreshold=5,0.1,,,,worse\n", "belowThreshold=skip,0.1,0.0,0.0,0.0,same\n");
    assertThat(ConventionTables.verdicts(result).rows().get(0).get(2).text())
        .isEqualTo("not defined");
  }

  @Test
  void wordsCountTheVerdictsAndNameTheGreatestEffect() {
    assertThat(ConventionWords.count(RESULT))
        .isEqualTo(
            "Of 8 pairs of a setting and a learning rate the setting changes the test loss by less"
                + " than 0.1 % in 4, for the better in 1, for the worse in 1; 1 are undecided, and"
                + " in 1 a trial diverged.");
    assertThat(ConventionWords.greatest(RESULT)).contains("radam with rhoThreshold=5 +2.96 %");
  }

  @Test
  void tablesHaveARowAVariant() {
    assertThat(ConventionTables.verdicts(RESULT).header())
        .containsExactly("solver", "with", "at 0.1", "at 0.3", "at 1", "at 3", "verdict");
    assertThat(ConventionTables.verdicts(RESULT).rows()).hasSize(2);
    assertThat(ConventionTables.effects(RESULT).toCsv())
        .startsWith("variant,base,change,learning_rate,share,low,high,verdict\n")
        .contains("radam:rhoThreshold=5,radam,rhoThreshold=5,3.0,,,,diverged");
  }
}
