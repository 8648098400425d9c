package org.sparkradam.study.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.study.warmup.WarmupRules.result;
import static org.sparkradam.study.warmup.WarmupRules.rule;
import static org.sparkradam.study.warmup.WarmupRules.steady;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarmupWordsTest {
  private static final String LINEAR = "adam:warmup=untuned-linear";
  private static final double[] NONE = {Double.NaN, Double.NaN, Double.NaN};

  @Test
  void aClearCase() {
    assertThat(
            answers(
                steady("radam", 0.5, 0.81, 0.5),
                steady(LINEAR, 0.8, 0.5, 0.5),
                steady("adam", 0.5, 0.83, 0.5),
                steady("adam:warmup=100", 0.82, 0.5, 0.5)))
        .containsExactly(
            "Of the rules without a length to tune take radam: radam at 0.1 has at best a test auc"
                + " of 0.81, 0.01 (0.01 to 0.01) better than adam:warmup=untuned-linear at 0.01.",
            "Beside plain adam at 0.1, radam is 0.02 (0.02 to 0.02) worse than it; the best tuned"
                + " warm-up, adam:warmup=100 at 0.01, would gain 0.01 (0.01 to 0.01) over radam.");
  }

  @Test
  void whereItDoesNotMatterItSaysSo() {
    assertThat(answers(steady("radam", 0.5, 0.8, 0.5), steady(LINEAR, 0.5, 0.8, 0.5)))
        .containsExactly(
            "Of the rules without a length to tune take radam or adam:warmup=untuned-linear, it"
                + " does not matter which: radam at 0.1 has at best a test auc of 0.8, level (0 (0"
                + " to 0)) with adam:warmup=untuned-linear at 0.1, and none of them has clearly the"
                + " wider range of good rates.");
  }

  @Test
  void whereTheSeedsDoNotTellItAsksForMore() {
    double[] poor = {0.5};
    assertThat(
            answers(
                rule("radam", poor, new double[] {0.9}, poor),
                rule(LINEAR, poor, new double[] {0.6}, poor)))
        .containsExactly(
            "Of the rules without a length to tune these seeds do not tell radam and"
                + " adam:warmup=untuned-linear apart: radam at 0.1 has at best a test auc of 0.9,"
                + " not told apart (+0.3 (one seed)) from adam:warmup=untuned-linear at 0.1, and"
                + " none of them has clearly the wider range of good rates; give more seeds.");
  }

  @Test
  void whereAllOthersDivergedItSaysSo() {
    assertThat(answers(steady("radam", 0.5, 0.8, 0.5), rule(LINEAR, NONE, NONE, NONE)))
        .containsExactly(
            "Of the rules without a length to tune take radam, since every other diverged at every"
                + " rate: radam at 0.1 has at best a test auc of 0.8.");
  }

  @Test
  void theWiderRange() {
    assertThat(answers(steady("radam", 0.8, 0.8, 0.5), steady(LINEAR, 0.5, 0.8, 0.5)))
        .singleElement()
        .asString()
        .startsWith("Of the rules without a length to tune take radam, whose good rates reach")
        .contains(" further than those of adam:warmup=untuned-linear by ", " powers of ten: ");
  }

  @Test
  void nothingToRecommend() {
    assertThat(answers(rule("radam", NONE, NONE, NONE), steady("adam", 0.5, 0.6, 0.5)))
        .containsExactly(
            "Every rule without a length to tune diverged at every rate: try lower rates.");
  }

  private static List<String> answers(WarmupRule... rules) {
    return new WarmupWords(result(rules)).answers();
  }
}
