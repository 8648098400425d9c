package org.sparkradam.study.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sparkradam.train.evaluation.Evaluation;

class HistogramWordsTest {
  @Test
  void theClaimHoldsIfOnlyPlainAdamIsDistorted() {
    assertThat(words(Map.of("adam", 1.25, "radam", 0.3)).early())
        .isEqualTo(
            "As the paper says, Adam without warm-up is distorted and no other is: within 10 updates"
                + " the histogram of |g| moves 1.25 decades down with adam, 0.30 decades down with"
                + " radam; the minibatches alone move it 0.20 decades, the"
                + " best training 0.30 decades in the end.");
  }

  @Test
  void whatSuccessfulTrainingDoesIsNoDistortion() {
    assertThat(words(Map.of("adam", 1.29, "radam", 0.8)).early())
        .startsWith(
            "Unlike in the paper, Adam without warm-up is not distorted here, nor is any other: ");
  }

  @Test
  void largerGradientsAreNoDistortion() {
    assertThat(words(Map.of("adam", -0.9, "radam", 0.8, "sgd", 0.1)).early())
        .startsWith(
            "Unlike in the paper, Adam without warm-up is not distorted here, while this is: radam:")
        .contains("0.90 decades up with adam");
  }

  @Test
  void aRemedyThatDoesNotHelpIsNamed() {
    assertThat(words(Map.of("adam", 0.9, "radam", 0.8, "sgd", 0.1)).early())
        .startsWith("Adam without warm-up is distorted as the paper says, but so is radam: ");
  }

  @Test
  void theMetricOfTestRowsThatDoNotTellIt() {
    RecordedTrial adam = RecordedTrials.trial("adam", 0.3, 30);
    Evaluation oneClass = new Evaluation(0.3, Double.NaN);
    RecordedTrial measured =
        new RecordedTrial("adam", 1, adam.steps(), oneClass, oneClass, Optional.empty());
    assertThat(new HistogramWords(RecordedTrials.result(30, List.of(measured))).end())
        .contains("not defined)")
        .doesNotContain("–", "NaN");
  }

  @Test
  void aClipIsARemedy() {
    assertThat(words(Map.of("adam", 0.9, "adam:gradientClip=1.0", 0.8, "sgd", 0.1)).early())
        .startsWith(
            "Adam without warm-up is distorted as the paper says, but so is"
                + " adam:gradientClip=1.0: ");
  }

  @Test
  void oneOfTwoPlainAdams() {
    assertThat(words(Map.of("adam", 1.25, "adamw", 0.3, "radam", 0.2)).early())
        .startsWith(
            "Adam without warm-up is distorted in part: adam is, adamw is not; of the others none"
                + " is: ");
    assertThat(words(Map.of("adam", 0.3, "adamw", 1.25, "radam", 0.9, "sgd", 0.2)).early())
        .startsWith(
            "Adam without warm-up is distorted in part: adamw is, adam is not; of the others radam"
                + " is: ");
  }

  @Test
  void withoutPlainAdamThereIsNoTest() {
    assertThat(words(Map.of("radam", 0.8)).early())
        .startsWith("No solver is Adam at its full rate");
  }

  @Test
  void endsWithTheBestTrainedFirst() {
    assertThat(words(Map.of("adam", 0.9, "radam", 0.8)).end())
        .isEqualTo(
            "After 30 steps it has moved 0.80 decades down with radam (training loss 0.8, test auc"
                + " 0.5), 0.90 decades down with adam (training loss 0.9, test auc 0.5).");
  }

  @Test
  void aRunThatWasCutSaysWhere() {
    HistogramWords words =
        new HistogramWords(RecordedTrials.result(17, Map.of("adam", 1.25, "radam", 0.3)));
    assertThat(words.end()).startsWith("After 17 of 30 steps (last histogram: 11) it has moved ");
    assertThat(words.early()).startsWith("As the paper says").contains(": within 10 updates");
  }

  @Test
  void aRunThatWasCutWithinTenUpdatesHasNoVerdict() {
    HistogramWords words =
        new HistogramWords(RecordedTrials.result(10, Map.of("adam", 1.25, "radam", 0.3)));
    assertThat(words.early())
        .startsWith(
            "The run was too short for a verdict, 10 of 30 steps (last histogram: 7): within 9"
                + " updates the histogram of |g| moves 1.25 decades down with adam, ")
        .doesNotContain("distorted");
  }

  @Test
  void norHasOneWhosePlainAdamDiverged() {
    assertThat(
            words(RecordedTrials.diverged("adam", 7), RecordedTrials.trial("radam", 0.3, 30))
                .early())
        .startsWith("There is no verdict, since this diverged within 10 updates: adam: ");
  }

  @Test
  void whatSawNoGradientIsOnlyNamed() {
    HistogramWords words =
        words(
            RecordedTrials.trial("adam", 1.25, 30),
            RecordedTrials.trial("radam", 0.3, 30),
            RecordedTrials.diverged("sgd", 0));
    assertThat(words.early())
        .startsWith("As the paper says")
        .endsWith(" in the end. Diverged before its first step: sgd.");
    assertThat(words.end()).doesNotContain("sgd");
  }

  private static HistogramWords words(Map<String, Double> falls) {
    return new HistogramWords(RecordedTrials.result(falls));
  }

  private static HistogramWords words(RecordedTrial... trials) {
    return new HistogramWords(RecordedTrials.result(30, List.of(trials)));
  }
}
