package org.sparkradam.loss.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.loss.Blocks;
import org.sparkradam.loss.kernel.LogisticByRow.LogSum;

class LogSumTest {
  /** Σ log(1 + x) by one logarithm loses nothing: neither tiny terms nor many large ones. */
  @ParameterizedTest
  @MethodSource("org.sparkradam.loss.kernel.KernelTest#kernels")
  void sumsOfLogarithmsArePrecise(Kernel kernel) {
    for (double scale : new double[] {1e-300, 1e-20, 1e-8, 1e-3, 1}) {
      LogSum logs = new LogSum(kernel);
      double expected = 0;
      double[] weights = Blocks.rowWeights(3, 10_000);
      for (int i = 0; i < weights.length; i++) {
        double x = scale * (i % 97 + 1) / 97;
        logs.add(x, weights[i / 2000]);
        expected += weights[i / 2000] * StrictMath.log1p(x);
      }
      assertThat(logs.total()).isCloseTo(expected, within(1e-12 * expected));
    }
  }
}
