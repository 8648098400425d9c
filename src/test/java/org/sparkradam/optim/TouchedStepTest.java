package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TouchedStepTest {
  private static final int SIZE = 40;

  /** Which weights a step touches, and their gradients. */
  private record Touch(int[] touched, double[] gradient) {
    /** Each place by a chance of its own. */
    static Touch random(SplittableRandom random, int size, double share) {
      int[] touched = IntStream.range(0, size).filter(i -> random.nextDouble() < share).toArray();
      return new Touch(touched, Rules.normal(random, touched.length));
    }

    double[] dense(int size) {
      double[] dense = new double[size];
      for (int j = 0; j < touched.length; j++) {
        dense[touched[j]] = gradient[j];
      }
      return dense;
    }

    StepOutcome apply(Optimizer optimizer, RuleState state, double[] weights, double rowWeight) {
      return optimizer.stepTouched(state, weights, touched, gradient, rowWeight);
    }
  }

  /**
   * {@code torch.optim.SparseAdam} at rate .1, by its formulas in 50 digits. Its ε stands beside
   * the raw root, other than in {@code torch.optim.Adam}.
   */
  @Test
  void isPyTorchsSparseAdam() {
    UpdateRule rule = Adam.defaults().withEpsilonPlacement(EpsilonPlacement.RAW);
    Optimizer optimizer = Optimizer.of(rule, 0.1);
    RuleState state = optimizer.start(3);
    double[] weights = {1, -2, 0.5};
    Touch[] touches = {
      touch(new int[] {0, 2}, 0.5, -1),
      touch(new int[] {1}, 4),
      touch(new int[] {0, 1, 2}, -0.25, 1, 0.125),
      touch(new int[] {2}, 2),
      touch(new int[] {0}, 1),
      touch(new int[] {0, 2}, 0.75, -3)
    };
    for (Touch touch : touches) {
      touch.apply(optimizer, state, weights, 1);
    }
    assertThat(weights)
        .containsExactly(
            new double[] {0.7518129815709718, -2.1457173591596197, 0.6408423413128571},
            within(1e-14));
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.optim.Rules#plain")
  void isAPlainLoopOverTheTouched(UpdateRule rule) {
    for (long seed = 0; seed < 5; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Optimizer optimizer = Optimizer.of(rule, 0.01).withSchedule(Schedules.linearWarmup(4));
      RuleState state = optimizer.start(SIZE);
      PlainLazyLoop plain = new PlainLazyLoop(rule, Rules.normal(random, SIZE));
      double[] weights = plain.weights().clone();
      for (int t = 1; t <= 60; t++) {
        Touch touch = Touch.random(random, SIZE, 0.2);
        touch.apply(optimizer, state, weights, 2);
        plain.step(t, 0.01 * Math.min(1, t / 4.0), touch.touched(), touch.gradient(), 2);
        assertThat(weights).containsExactly(plain.weights(), within(1e-11));
      }
    }
  }

  /** To the bit, whatever the rule and the clipping; and the others stay, to the bit. */
  @ParameterizedTest
  @MethodSource("org.sparkradam.optim.Rules#coordinatewise")
  void aTouchedWeightStepsAsInADenseStep(UpdateRule rule) {
    GradientClip[] clips = {
      GradientClip.none(), GradientClip.byNorm(0.5), GradientClip.byValue(0.1)
    };
    for (GradientClip clip : clips) {
      SplittableRandom random = new SplittableRandom(7);
      Optimizer optimizer = Optimizer.of(rule, 0.1).withClip(clip);
      RuleState state = optimizer.start(SIZE);
      double[] weights = Rules.normal(random, SIZE);
      for (int t = 1; t <= 12; t++) {
        Touch touch = Touch.random(random, SIZE, 0.4);
        RuleState dense = state.copy();
        double[] moved = weights.clone();
        StepOutcome expected = optimizer.step(dense, moved, touch.dense(SIZE), 3);
        RuleState before = state.copy();
        double[] stayed = weights.clone();
        assertThat(touch.apply(optimizer, state, weights, 3)).isEqualTo(expected);
        assertThat(state.steps()).isEqualTo(t);
        assertThat(weights).isEqualTo(merged(touch, moved, stayed));
        for (String name : rule.stateNames()) {
          assertThat(state.array(name))
              .isEqualTo(merged(touch, dense.array(name), before.array(name)));
        }
      }
    }
  }

  /** So many that several threads step them. */
  @Test
  void manyMayBeTouched() {
    int size = 4 * Ranges.LENGTH;
    SplittableRandom random = new SplittableRandom(8);
    Optimizer optimizer = Optimizer.of(RAdam.defaults(), 0.1);
    RuleState state = optimizer.start(size);
    double[] weights = Rules.normal(random, size);
    double[] stayed = weights.clone();
    Touch touch = Touch.random(random, size, 0.6);
    double[] dense = weights.clone();
    optimizer.step(optimizer.start(size), dense, touch.dense(size), 2);
    touch.apply(optimizer, state, weights, 2);
    assertThat(weights).isEqualTo(merged(touch, dense, stayed));
  }

  @Test
  void nothingTouchedIsAStepAllTheSame() {
    Optimizer optimizer = Optimizer.of(RAdam.defaults(), 0.1);
    RuleState state = optimizer.start(2);
    double[] weights = {1, 2};
    StepOutcome outcome = touch(new int[0]).apply(optimizer, state, weights, 1);
    assertThat(outcome).isEqualTo(new StepOutcome(true, true, 0));
    assertThat(weights).containsExactly(1, 2);
    assertThat(state.steps()).isEqualTo(1);
  }

  @Test
  void seesATouchedWeightThatIsNotFinite() {
    Optimizer optimizer = Optimizer.of(Sgd.defaults(), 1);
    double[] weights = {Double.NaN, 1, 2};
    StepOutcome other = touch(new int[] {1}, 1).apply(optimizer, optimizer.start(3), weights, 1);
    assertThat(other.finite()).isTrue();
    StepOutcome bad = touch(new int[] {0}, 1).apply(optimizer, optimizer.start(3), weights, 1);
    assertThat(bad.finite()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0, 0", "0, 0.1, 0", "0, 0, 0.1"})
  void refusesWhatMovesAllWeights(double l1, double l2, double decay) {
    Penalty penalty = Penalty.none().withL1(l1).withL2(l2).withDecay(decay);
    Optimizer optimizer = Optimizer.of(Adam.defaults(), 0.1).withPenalty(penalty);
    assertRefused(optimizer, new int[] {0}, new double[1], "l1=" + l1);
    assertRefused(optimizer, new int[] {0}, new double[1], "l2=" + l2);
    assertRefused(optimizer, new int[] {0}, new double[1], "decay=" + decay);
  }

  @Test
  void refusesWhatIsNoAscendingChoice() {
    Optimizer optimizer = Optimizer.of(Adam.defaults(), 0.1);
    assertRefused(optimizer, new int[] {0, 1}, new double[1], "number of gradients must be");
    assertRefused(optimizer, new int[] {1, 1}, new double[2], "but was 1");
    assertRefused(optimizer, new int[] {1, 0}, new double[2], "but was 0");
    assertRefused(optimizer, new int[] {-1}, new double[1], "but was -1");
    assertRefused(optimizer, new int[] {3}, new double[1], "below the number of weights, 3");
  }

  private static void assertRefused(
      Optimizer optimizer, int[] touched, double[] gradient, String message) {
    RuleState state = optimizer.start(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> optimizer.stepTouched(state, new double[3], touched, gradient, 1))
        .withMessageContaining(message);
    assertThat(state.steps()).isZero();
  }

  private static Touch touch(int[] touched, double... gradient) {
    return new Touch(touched, gradient);
  }

  private static double[] merged(Touch touch, double[] moved, double[] stayed) {
    double[] merged = stayed.clone();
    Arrays.stream(touch.touched()).forEach(i -> merged[i] = moved[i]);
    return merged;
  }
}
