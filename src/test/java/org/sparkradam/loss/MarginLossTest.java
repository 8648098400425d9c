package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.PortableKernel;

/** Values and slopes at given margins, against the formulas as they stand in textbooks. */
class MarginLossTest {
  private static final double[] MARGINS = {
    -1e4, -750, -50, -30, -3, -1, -0.4, -1e-9, 0, 1e-9, 0.4, 0.99, 1, 1.01, 3, 30, 50, 750, 1e4
  };

  @ParameterizedTest
  @MethodSource("org.sparkradam.loss.kernel.KernelTest#kernels")
  void logistic(Kernel kernel) {
    assertLoss(
        new Logistic(),
        kernel,
        (z, y) -> y == 1 ? logOnePlusPower(-z) : logOnePlusPower(z),
        (z, y) -> y == 1 ? -sigmoid(-z) : sigmoid(z));
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.loss.kernel.KernelTest#kernels")
  void hinge(Kernel kernel) {
    assertLoss(
        new Hinge(),
        kernel,
        (m, y) -> Math.max(0, 1 - (2 * y - 1) * m),
        (m, y) -> (2 * y - 1) * m < 1 ? 1 - 2 * y : 0);
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.loss.kernel.KernelTest#kernels")
  void smoothedHinge(Kernel kernel) {
    assertLoss(
        new SmoothedHinge(),
        kernel,
        (m, y) -> smoothedHinge((2 * y - 1) * m),
        (m, y) -> (1 - 2 * y) * Math.max(0, Math.min(1, 1 - (2 * y - 1) * m)));
  }

  private static double smoothedHinge(double z) {
    return z <= 0 ? 0.5 - z : z < 1 ? (1 - z) * (1 - z) / 2 : 0;
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.loss.kernel.KernelTest#kernels")
  void squared(Kernel kernel) {
    assertLoss(new Squared(), kernel, (m, y) -> (m - y) * (m - y) / 2, (m, y) -> m - y);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3, 0, 2.5})
  void huber(double logSigma) {
    double sigma = Math.exp(logSigma);
    Huber huber = new Huber(1.35);
    assertLoss(
        huber,
        new PortableKernel(),
        (m, y) -> huber(Math.abs(y - m), sigma, huber.epsilon()),
        (m, y) -> Math.max(-1.35, Math.min(1.35, (m - y) / sigma)),
        logSigma);
  }

  /** Spark's formula. */
  private static double huber(double error, double sigma, double epsilon) {
    return error <= sigma * epsilon
        ? (sigma + error * error / sigma) / 2
        : (sigma + 2 * epsilon * error - sigma * epsilon * epsilon) / 2;
  }

  @Test
  void epsilonOfHuberIsAboveOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Huber(1))
        .withMessageContaining("epsilon must be above 1");
  }

  /** log(1 + e^x), each form where it is precise. */
  private static double logOnePlusPower(double x) {
    return x > 0 ? x + StrictMath.log1p(StrictMath.exp(-x)) : StrictMath.log1p(StrictMath.exp(x));
  }

  private static double sigmoid(double x) {
    return x > 0 ? 1 / (1 + StrictMath.exp(-x)) : StrictMath.exp(x) / (1 + StrictMath.exp(x));
  }

  /** One row at a time, its only feature being its margin; and all rows together, weighted. */
  private static void assertLoss(
      MarginLoss loss,
      Kernel kernel,
      DoubleBinaryOperator value,
      DoubleBinaryOperator slope,
      double... parameters) {
    double[] weights = concat(new double[] {1, 0}, parameters);
    LinearLoss linear = new LinearLoss(loss, 1, Term.FITTED);
    for (double y : new double[] {0, 1}) {
      double total = 0;
      for (double margin : MARGINS) {
        GradientSums sums = Sums.of(linear, row(margin, y), kernel, weights);
        double expected = value.applyAsDouble(margin, y);
        assertRelative(sums.losses()[0], expected);
        assertRelative(sums.gradients()[0][1], slope.applyAsDouble(margin, y));
        assertSparse(linear, row(margin, y), kernel, weights, sums);
        total += expected;
      }
      assertRelative(Sums.of(linear, rows(y, null), kernel, weights).losses()[0], total);
      assertWeighted(linear, rows(y, Blocks.rowWeights(9, MARGINS.length)), value, kernel, weights);
    }
  }

  /** Two vectors at once over a sparse row, or an empty one. */
  private static void assertSparse(
      LinearLoss loss, DenseBlock row, Kernel kernel, double[] weights, GradientSums expected) {
    GradientSums sums = Sums.of(loss, Blocks.sparse(row), kernel, weights, weights);
    for (int k = 0; k < 2; k++) {
      assertThat(sums.losses()[k]).isEqualTo(expected.losses()[0]);
      assertThat(sums.gradients()[k][1]).isEqualTo(expected.gradients()[0][1]);
    }
  }

  private static void assertWeighted(
      LinearLoss loss,
      DenseBlock block,
      DoubleBinaryOperator value,
      Kernel kernel,
      double[] weights) {
    double expected =
        IntStream.range(0, block.rows())
            .mapToDouble(i -> block.weight(i) * value.applyAsDouble(MARGINS[i], block.label(i)))
            .sum();
    assertRelative(Sums.of(loss, block, kernel, weights).losses()[0], expected);
  }

  private static double[] concat(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static DenseBlock row(double margin, double y) {
    return Blocks.dense(new double[][] {{margin}}, new double[] {y}, null);
  }

  private static DenseBlock rows(double y, double[] weights) {
    double[] labels = new double[MARGINS.length];
    Arrays.fill(labels, y);
    return new DenseBlock(1, MARGINS.clone(), labels, weights);
  }

  private static void assertRelative(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }
}
