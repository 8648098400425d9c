package org.sparkradam.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sparkradam.optim.OracleFile.assertMatches;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that other libraries document or test themselves against. */
class PublishedTrajectoriesTest {
  private static final RAdam PYTORCH = RAdam.defaults().withRhoThreshold(5);
  private static final RAdam TENSORFLOW_ADDONS =
      PYTORCH.withEpsilon(1e-7).withEpsilonPlacement(EpsilonPlacement.CORRECTED);
  private static final Objective CONSTANT = Objective.constant(0.1, 0.2, 0.03, 0.04);

  @ParameterizedTest
  @CsvSource({
    "1, .9999, 1.9998, 2.99997, 3.99996",
    "6, .9994741789205748, 1.9989741789038866, 2.999824178998452, 3.9997741789706405",
    "10, .9993095991344055, 1.9988095990285837, 2.9996595996282385, 3.999609599451872",
    "100, .9857687367562351, 1.9852687336792638, 2.9861187511154124, 3.9860687459871427",
    "1000, .5553569161345062, 1.5548568787323864, 2.555707090677643, 3.555657028340832"
  })
  void pytorchWithConstantGradients(int t, String w0, String w1, String w2, String w3) {
    double[] weights = CONSTANT.minimise(Optimizer.of(PYTORCH, 1e-3), t, 1, 2, 3, 4);
    String[] expected = {w0, w1, w2, w3};
    for (int i = 0; i < weights.length; i++) {
      assertMatches(weights[i], expected[i], 1e-12);
    }
  }

  @Test
  void tensorFlowAddons() {
    Optimizer optimizer = Optimizer.of(TENSORFLOW_ADDONS, 1e-3);
    assertThat(CONSTANT.minimise(optimizer, 100, 1, 2, 3, 4))
        .containsExactly(new double[] {.985769, 1.985269, 2.986119, 3.986068}, within(2e-4));
  }

  @Test
  void tensorFlowAddonsWithDecoupledDecay() {
    Optimizer optimizer =
        Optimizer.of(TENSORFLOW_ADDONS, 1e-3)
            .withPenalty(Penalty.of(Regularization.DECOUPLED, 0.01));
    assertThat(CONSTANT.minimise(optimizer, 100, 1, 2, 3, 4))
        .containsExactly(new double[] {.984775, 1.983276, 2.983125, 3.982076}, within(2e-4));
  }

  @Test
  void optaxDocumentation() {
    RAdam rule = PYTORCH.withEpsilonPlacement(EpsilonPlacement.CORRECTED);
    Optimizer optimizer = Optimizer.of(rule, 0.003);
    Objective squares = weights -> new double[] {2 * weights[0], 2 * weights[1], 2 * weights[2]};
    double[] printed = {13.832504, 13.66654017, 13.50211513, 13.33923494, 13.17790508};
    for (int t = 1; t <= printed.length; t++) {
      double[] weights = squares.minimise(optimizer, t, 1, 2, 3);
      double value = 0;
      for (double weight : weights) {
        value += weight * weight;
      }
      assertThat(value).isEqualTo(printed[t - 1], Offset.offset(1e-6 * printed[t - 1]));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {4, 5})
  void rosenbrockEndsAtItsMinimum(double threshold) {
    Objective rosenbrock =
        w -> {
          double valley = w[1] - w[0] * w[0];
          return new double[] {2 * (w[0] - 1) - 400 * w[0] * valley, 200 * valley};
        };
    Optimizer optimizer = Optimizer.of(PYTORCH.withRhoThreshold(threshold), 5e-3);
    assertThat(rosenbrock.minimise(optimizer, 10_000, 0, 0))
        .containsExactly(new double[] {1, 1}, within(1e-3));
  }
}
