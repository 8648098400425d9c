package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimizerTest {
  private static final Penalty EVERYTHING = Penalty.none().withL1(0.05).withL2(0.2).withDecay(0.1);

  /** Blocks are an arrangement of memory: each coordinate goes the way it goes alone. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 511, 512, 513, 5000})
  void blocksChangeNothing(int size) {
    Optimizer optimizer =
        Optimizer.of(RAdam.defaults(), 0.1)
            .withClip(GradientClip.byValue(1))
            .withPenalty(EVERYTHING);
    SplittableRandom random = new SplittableRandom(5);
    double[] weights = Rules.normal(random, size);
    double[][] alone =
        IntStream.range(0, size).mapToObj(i -> new double[] {weights[i]}).toArray(double[][]::new);
    RuleState state = optimizer.start(size);
    RuleState[] states =
        IntStream.range(0, size).mapToObj(i -> optimizer.start(1)).toArray(RuleState[]::new);
    for (int t = 0; t < 8; t++) {
      double[] gradient = Rules.normal(random, size);
      optimizer.step(state, weights, gradient);
      for (int i = 0; i < size; i++) {
        optimizer.step(states[i], alone[i], new double[] {gradient[i]});
      }
    }
    for (int i = 0; i < size; i++) {
      assertThat(weights[i]).isEqualTo(alone[i][0]);
    }
  }

  /** The order of things, in the textbook's words: clip, add λθ, decay, rule, shrink. */
  @Test
  void matchesTheTextbookLoop() {
    Optimizer optimizer =
        Optimizer.of(Adam.defaults(), 0.1)
            .withClip(GradientClip.byValue(1))
            .withSchedule(Schedules.linearWarmup(10))
            .withPenalty(EVERYTHING.withFactors(new double[] {0.7}));
    SplittableRandom random = new SplittableRandom(6);
    RuleState state = optimizer.start(1);
    double[] weights = {1.5};
    double theta = 1.5;
    double m = 0;
    double v = 0;
    for (int t = 1; t <= 50; t++) {
      double data = 6 * random.nextDouble() - 3;
      optimizer.step(state, weights, new double[] {data});
      double g = Math.max(-1, Math.min(1, data)) + 0.2 * 0.7 * theta;
      double rate = 0.1 * Math.min(1, t / 10.0);
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      double scale = 1 / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
      theta -= rate * 0.1 * 0.7 * theta;
      theta -= rate * scale * m / (1 - Math.pow(0.9, t));
      theta = Math.signum(theta) * Math.max(0, Math.abs(theta) - rate * 0.05 * 0.7 * scale);
      assertThat(weights[0]).isEqualTo(theta, within(1e-11));
    }
  }

  @Test
  void skippedStepsTouchNoWeight() {
    RAdam skip = RAdam.defaults().withBelowThreshold(BelowThreshold.SKIP);
    Optimizer optimizer = Optimizer.of(skip, 0.1).withPenalty(EVERYTHING);
    RuleState state = optimizer.start(2);
    double[] weights = {1, -2};
    for (int t = 1; t <= 4; t++) {
      assertThat(optimizer.step(state, weights, new double[] {1, 1}).moved()).isFalse();
      assertThat(weights).containsExactly(1, -2);
    }
    assertThat(optimizer.step(state, weights, new double[] {1, 1}).moved()).isTrue();
    assertThat(weights[0]).isLessThan(1);
    assertThat(state.steps()).isEqualTo(5);
  }

  @Test
  void readsTheGradientOnly() {
    double[] gradient = {3, -4};
    Optimizer.of(Sgd.defaults(), 1)
        .withClip(GradientClip.byNorm(1))
        .withPenalty(EVERYTHING)
        .step(Sgd.defaults().start(2), new double[] {1, 1}, gradient);
    assertThat(gradient).containsExactly(3, -4);
  }

  @Test
  void clipsTheDataGradientAlone() {
    Optimizer optimizer =
        Optimizer.of(Sgd.defaults(), 1)
            .withClip(GradientClip.byNorm(1))
            .withPenalty(Penalty.of(Regularization.L2, 1));
    double[] weights = {100, 0};
    optimizer.step(optimizer.start(2), weights, new double[] {3, -4});
    assertThat(weights).containsExactly(new double[] {-0.6, 0.8}, within(1e-13));
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.optim.Rules#all")
  void resumesAnywhereWithTheSameBits(UpdateRule rule) {
    Optimizer optimizer =
        Optimizer.of(rule, 0.1)
            .withSchedule(Schedules.untunedExponentialWarmup(0.9).then(7, Schedules.constant()))
            .withPenalty(Rules.suited(rule, EVERYTHING));
    Objective objective = Objective.quadratic(new double[] {1, 10}, new double[] {3, -1});
    double[] uninterrupted = objective.minimise(optimizer, 20, 1, 2);
    double[] weights = {1, 2};
    RuleState state = optimizer.start(2);
    for (int t = 0; t < 20; t++) {
      RuleState saved = state.copy();
      optimizer.step(state, weights.clone(), new double[] {9, 9});
      state = RuleState.of(saved.steps(), saved.arrays(), saved.numbers());
      optimizer.step(state, weights, objective.gradient(weights));
    }
    assertThat(weights).containsExactly(uninterrupted);
  }

  @Test
  void refusesSizesThatDiffer() {
    Optimizer optimizer = Optimizer.of(Adam.defaults(), 0.1);
    RuleState state = optimizer.start(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> optimizer.step(state, new double[2], new double[3]))
        .withMessage(
            "sizes must be the same, but were 2 in the state, 2 of the weights,"
                + " 3 of the gradient");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> optimizer.step(state, new double[3], new double[3]));
    Optimizer factors = optimizer.withPenalty(EVERYTHING.withFactors(new double[3]));
    assertThatIllegalArgumentException().isThrownBy(() -> factors.start(2));
    assertThat(state.steps()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1, Double.POSITIVE_INFINITY})
  void refusesAScheduleWithoutARate(double factor) {
    Optimizer optimizer = Optimizer.of(Adam.defaults(), 0.1).withSchedule(t -> factor);
    RuleState state = optimizer.start(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> optimizer.step(state, new double[1], new double[1]))
        .withMessageContaining("schedule's factor at step 1")
        .withMessageContaining(String.valueOf(factor));
    assertThat(state.steps()).isZero();
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.optim.Rules#all")
  void travelsAsAValue(UpdateRule rule) throws IOException, ClassNotFoundException {
    Optimizer optimizer =
        Optimizer.of(rule, 0.1)
            .withSchedule(Schedules.cosine(10, 0.1).times(Schedules.linearWarmup(3)))
            .withClip(GradientClip.byNorm(2))
            .withPenalty(Rules.suited(rule, EVERYTHING).withFactors(new double[] {1, 0}));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(optimizer);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(optimizer).hasToString(optimizer.toString());
    }
  }
}
