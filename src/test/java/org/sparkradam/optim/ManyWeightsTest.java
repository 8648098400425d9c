package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** So many weights that several threads step them. */
class ManyWeightsTest {
  private static final int SIZE = 3 * Ranges.LENGTH + 77;
  private static final Penalty EVERYTHING = Penalty.none().withL1(0.05).withL2(0.2).withDecay(0.1);

  /** What a step has led to, and what it told of it. */
  private record End(double[] weights, StepOutcome outcome) {}

  static Stream<Optimizer> optimizers() {
    double[] factors = new SplittableRandom(3).doubles(SIZE).toArray();
    Optimizer radam = Optimizer.of(RAdam.defaults(), 0.1);
    return Stream.of(
        radam,
        radam.withPenalty(EVERYTHING.withFactors(factors)),
        radam.withClip(GradientClip.byNorm(3)).withPenalty(EVERYTHING),
        Optimizer.of(Adam.defaults(), 0.1).withClip(GradientClip.byValue(0.2)),
        Optimizer.of(new Sgd(0.9, true), 0.1).withPenalty(EVERYTHING));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void theNumberOfThreadsChangesNoBit(Optimizer optimizer) {
    ForkJoinPool alone = new ForkJoinPool(1);
    ForkJoinPool three = new ForkJoinPool(3);
    try {
      End byOne = alone.submit(() -> end(optimizer)).join();
      End byThree = three.submit(() -> end(optimizer)).join();
      assertThat(byThree.weights()).isEqualTo(byOne.weights());
      assertThat(byThree.outcome()).isEqualTo(byOne.outcome());
    } finally {
      alone.shutdown();
      three.shutdown();
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void theStepTellsThePenaltysValue(Optimizer optimizer) {
    End end = end(optimizer);
    assertThat(end.outcome().penalty()).isEqualTo(optimizer.penalty().value(end.weights()));
    assertThat(end.outcome().penalty() > 0).isEqualTo(optimizer.penalty().l1() > 0);
  }

  /** Ranges are an arrangement of work: each piece goes the way it goes alone. */
  @Test
  void piecesStepAlike() {
    Optimizer optimizer =
        Optimizer.of(RAdam.defaults(), 0.1)
            .withClip(GradientClip.byValue(0.5))
            .withPenalty(EVERYTHING);
    double[] gradient = Rules.normal(new SplittableRandom(1), SIZE);
    double[] all = gradient.clone();
    RuleState state = optimizer.start(SIZE);
    for (int t = 0; t < 6; t++) {
      optimizer.step(state, all, gradient, 2);
    }
    for (int from = 0; from < SIZE; from += 10_000) {
      int to = Math.min(SIZE, from + 10_000);
      double[] piece = Arrays.copyOfRange(gradient, from, to);
      double[] weights = piece.clone();
      RuleState ofPiece = optimizer.start(to - from);
      for (int t = 0; t < 6; t++) {
        optimizer.step(ofPiece, weights, piece, 2);
      }
      assertThat(Arrays.copyOfRange(all, from, to)).isEqualTo(weights);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 3.7, 1e-3, 12_345})
  void aSumStepsAsItsMeanDoes(double rowWeight) {
    double[] sum = Rules.normal(new SplittableRandom(2), 1000);
    double[] mean = Arrays.stream(sum).map(value -> value / rowWeight).toArray();
    for (GradientClip clip : new GradientClip[] {GradientClip.none(), GradientClip.byNorm(1e-2)}) {
      Optimizer optimizer = Optimizer.of(RAdam.defaults(), 0.1).withClip(clip);
      double[] bySum = new double[1000];
      double[] byMean = new double[1000];
      optimizer.step(optimizer.start(1000), bySum, sum, rowWeight);
      optimizer.step(optimizer.start(1000), byMean, mean);
      assertThat(bySum).isEqualTo(byMean);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void seesTheOneWeightThatIsNotFinite(double bad) {
    for (int place : new int[] {0, 1, SIZE / 2, SIZE - 1}) {
      double[] weights = new double[SIZE];
      Optimizer optimizer = Optimizer.of(Sgd.defaults(), 1);
      assertThat(step(optimizer, weights).finite()).isTrue();
      assertThat(StepOutcome.at(weights).finite()).isTrue();
      weights[place] = bad;
      assertThat(step(optimizer, weights).finite()).isFalse();
      assertThat(StepOutcome.at(weights).finite()).isFalse();
      assertThat(new StepOutcome(true, true, 0).andAt(weights).finite()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesRowsOfNoWeight(double rowWeight) {
    Optimizer optimizer = Optimizer.of(Adam.defaults(), 0.1);
    RuleState state = optimizer.start(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> optimizer.step(state, new double[1], new double[1], rowWeight))
        .withMessageContaining("rowWeight");
    assertThat(state.steps()).isZero();
  }

  @Test
  void rangesCoverEveryPlaceOnce() {
    for (int size : new int[] {0, 1, Ranges.LENGTH, Ranges.LENGTH + 1, SIZE}) {
      int[] visits = new int[size];
      Ranges.forEach(
          size, range -> IntStream.range(range.from(), range.to()).forEach(i -> visits[i]++));
      assertThat(Arrays.stream(visits).allMatch(count -> count == 1)).isTrue();
    }
  }

  private static StepOutcome step(Optimizer optimizer, double[] weights) {
    return optimizer.step(optimizer.start(SIZE), weights, new double[SIZE]);
  }

  private static End end(Optimizer optimizer) {
    SplittableRandom random = new SplittableRandom(4);
    double[] weights = Rules.normal(random, SIZE);
    RuleState state = optimizer.start(SIZE);
    StepOutcome outcome = StepOutcome.at(weights);
    for (int t = 0; t < 6; t++) {
      outcome = optimizer.step(state, weights, Rules.normal(random, SIZE), 3);
    }
    return new End(weights, outcome);
  }
}
