package org.sparkradam.study.histogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sparkradam.loss.PortableKernel;
import org.sparkradam.optim.Penalty;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.DataFacts;
import org.sparkradam.study.EngineKind;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.LinearKind;
import org.sparkradam.study.LinearModel;
import org.sparkradam.study.RunLimits;
import org.sparkradam.study.SolverParser;
import org.sparkradam.train.Aggregation;
import org.sparkradam.train.evaluation.Evaluation;

class HistogramWordsTest {
  private static final double MINIBATCHES = 0.2;

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
            "Unlike in the paper, Adam without warm-up is not distorted here, while this is:")
        .contains("0.90 decades up with adam");
  }

  @Test
  void aRemedyThatDoesNotHelpIsNamed() {
    assertThat(words(Map.of("adam", 0.9, "radam", 0.8, "sgd", 0.1)).early())
        .startsWith("Adam without warm-up is distorted as the paper says, but so is radam: ");
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

  /** Solvers whose |g| falls by so many decades at once. */
  private static HistogramWords words(Map<String, Double> falls) {
    List<String> solvers = falls.keySet().stream().sorted().toList();
    List<RecordedTrial> trials = new ArrayList<>();
    solvers.forEach(solver -> trials.add(trial(solver, falls.get(solver))));
    return new HistogramWords(
        new HistogramResult(
            spec(String.join(",", solvers)),
            new DataFacts(LabelScale.NONE, 100, 20, "", 1),
            trials,
            List.of(trial(HistogramResult.UNMOVED, MINIBATCHES)),
            1));
  }

  private static RecordedTrial trial(String solver, double fall) {
    GradientHistogram histogram = GradientHistogram.of(new double[] {1});
    List<RecordedStep> steps =
        IntStream.of(1, 2, 11, 30)
            .mapToObj(
                step ->
                    new RecordedStep(
                        step, 1, histogram, step == 1 ? 0 : Math.abs(fall), step == 1 ? 0 : -fall))
            .toList();
    Evaluation evaluation = new Evaluation(Math.abs(fall), 0.5);
    return new RecordedTrial(solver, 1, steps, evaluation, evaluation, Optional.empty());
  }

  private static ComparisonSpec spec(String solvers) {
    return new ComparisonSpec(
        new LinearModel(LinearKind.LOGISTIC, 3, 2),
        SolverParser.parseList(solvers),
        new double[] {0.1},
        new long[] {1},
        10,
        new RunLimits(30, Double.POSITIVE_INFINITY),
        Penalty.none(),
        EngineKind.MINIBATCH,
        new PortableKernel(),
        OptionalInt.empty(),
        Aggregation.automatic(),
        0);
  }
}
