package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules around rules, and rules that look at whole segments. */
class ComposedRulesTest {
  private static final int SIZE = 300;

  static Stream<UpdateRule> notAveraged() {
    return Rules.all().filter(rule -> !(rule instanceof Averaged));
  }

  @Test
  void likeRulesAreNotNested() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Averaged(new Averaged(Adam.defaults(), 1), 1))
        .withMessage("a rule must not be composed with its like: both have an array average");
  }

  /** The rule's own steps, and beside them the mean of its weights from some step on. */
  @ParameterizedTest
  @MethodSource("notAveraged")
  void averagesStepAsTheirRule(UpdateRule rule) {
    Penalty penalty = Penalty.none().withL2(0.1).withDecay(0.1);
    Optimizer alone = Optimizer.of(rule, 0.1).withPenalty(penalty);
    Optimizer averaged = alone.withRule(new Averaged(rule, 9));
    RuleState state = alone.start(SIZE);
    RuleState averagedState = averaged.start(SIZE);
    SplittableRandom random = new SplittableRandom(3);
    double[] weights = Rules.normal(random, SIZE);
    double[] same = weights.clone();
    double[] sum = new double[SIZE];
    int moved = 0;
    for (int t = 1; t <= 20; t++) {
      double[] gradient = Rules.normal(random, SIZE);
      boolean moves = alone.step(state, weights, gradient).moved();
      averaged.step(averagedState, same, gradient);
      assertThat(same).containsExactly(weights, within(1e-12));
      if (t < 9) {
        assertThat(averaged.evaluated(averagedState, same))
            .containsExactly(alone.evaluated(state, weights), within(1e-12));
      } else if (moves) {
        moved++;
        for (int i = 0; i < SIZE; i++) {
          sum[i] += weights[i];
        }
      }
    }
    assertThat(averaged.evaluated(averagedState, same))
        .containsExactly(Rules.scaled(sum, 1.0 / moved), within(1e-12));
  }

  /** Segments of their own step as if each were alone, to the bit. */
  @Test
  void lambTreatsSegmentsApart() {
    SplittableRandom random = new SplittableRandom(4);
    double[] first = Rules.normal(random, 1000);
    double[] second = Rules.scaled(Rules.normal(random, 500), 100);
    double[] both = concatenated(first, second);
    Optimizer lamb = Optimizer.of(Lamb.defaults(), 0.1);
    Optimizer segments = lamb.withSegments(Segments.ofLengths(1000, 500));
    RuleState ofFirst = lamb.start(1000);
    RuleState ofSecond = lamb.start(500);
    RuleState ofBoth = segments.start(1500);
    for (int t = 0; t < 10; t++) {
      double[] firstGradient = Rules.normal(random, 1000);
      double[] secondGradient = Rules.normal(random, 500);
      lamb.step(ofFirst, first, firstGradient);
      lamb.step(ofSecond, second, secondGradient);
      segments.step(ofBoth, both, concatenated(firstGradient, secondGradient));
    }
    assertThat(both).isEqualTo(concatenated(first, second));
  }

  private static double[] concatenated(double[] first, double[] second) {
    double[] both = new double[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  void segmentsAreOfAllWeights() {
    Optimizer lamb = Optimizer.of(Lamb.defaults(), 0.1).withSegments(Segments.ofLengths(4, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lamb.start(5))
        .withMessage("weights of all segments must be the weights', 5, but was 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Segments.ofLengths(4, 0))
        .withMessage("length of a segment must be at least 1, but was 0");
  }

  /** Where no step is a single weight's, none can be left out. */
  @Test
  void touchedWeightsAloneAreRefused() {
    Optimizer lamb = Optimizer.of(Lamb.defaults(), 0.1);
    assertThatIllegalArgumentException()
        .isThrownBy(lamb::requireStepsOfTouched)
        .withMessageContaining("must be one that treats each weight by itself, but was Lamb");
  }

  /** L1 at 0.3 over a steady gradient of 0.2 keeps a weight at 0, whatever the rule's metric. */
  @ParameterizedTest
  @MethodSource("org.sparkradam.optim.Rules#coordinatewise")
  void l1KeepsAWeightAtZero(UpdateRule rule) {
    Optimizer optimizer = Optimizer.of(rule, 0.01).withPenalty(Penalty.none().withL1(0.3));
    double[] weights = Objective.constant(0.2).minimise(optimizer, 300, 0);
    assertThat(weights[0]).isZero();
  }
}
