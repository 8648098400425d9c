package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.PortableKernel;

/** Cross entropy at given scores: one feature of 1, its coefficients being the scores. */
class SoftmaxTest {
  private static final LinearLoss LOSS = new LinearLoss(new Softmax(4), 1, Term.ABSENT);

  private static final double[][] SCORES = {
    {0, 0, 0, 0},
    {1, -2, 0.5, 3},
    {1e4, -1e4, 0, 9999},
    {-1e4, -1e4, -1e4, -1e4},
    {40, 0, 1, -3},
    {700, -700, 350, 699},
    {1e4, 1e4, 1e4, -1e4}
  };

  private static double[] powers(double[] scores) {
    double largest = Arrays.stream(scores).max().orElseThrow();
    return Arrays.stream(scores).map(score -> StrictMath.exp(score - largest)).toArray();
  }

  private static GradientSums sums(double[] scores, double label, Kernel kernel) {
    double[][] one = {{1}};
    return Sums.of(LOSS, Blocks.dense(one, new double[] {label}, null), kernel, scores);
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.loss.kernel.KernelTest#kernels")
  void lossAndSlopesAreThoseOfTheDefinition(Kernel kernel) {
    for (double[] scores : SCORES) {
      double[] powers = powers(scores);
      double total = Arrays.stream(powers).sum();
      for (int y = 0; y < scores.length; y++) {
        GradientSums sums = sums(scores, y, kernel);
        assertRelative(sums.losses()[0], loss(scores, y));
        for (int j = 0; j < scores.length; j++) {
          double slope = j == y ? -others(powers, y) / total : powers[j] / total;
          assertRelative(sums.gradients()[0][j], slope);
        }
      }
    }
  }

  private static double others(double[] powers, int y) {
    double sum = 0;
    for (int j = 0; j < powers.length; j++) {
      sum += j == y ? 0 : powers[j];
    }
    return sum;
  }

  /** log(1 + Σ_{j≠y} e^(s_j - s_y)), in decimals where a power would overflow. */
  private static double loss(double[] scores, int y) {
    double largest = Arrays.stream(scores).max().orElseThrow();
    if (largest == scores[y]) {
      return StrictMath.log1p(others(powers(scores), y));
    }
    BigDecimal distance = new BigDecimal(largest).subtract(new BigDecimal(scores[y]));
    double rest = StrictMath.log(Arrays.stream(powers(scores)).sum());
    return distance.add(new BigDecimal(rest), MathContext.DECIMAL64).doubleValue();
  }

  /** A perceptron without hidden layers is the same model; its bias here is 0. */
  @ParameterizedTest
  @MethodSource("org.sparkradam.loss.kernel.KernelTest#kernels")
  void perceptronsAreAsStable(Kernel kernel) {
    BlockLoss perceptron = new MultilayerPerceptron(List.of(1, 4));
    DenseBlock one = Blocks.dense(new double[][] {{1}}, new double[] {2}, null);
    for (double[] scores : SCORES) {
      double[] weights = Arrays.copyOf(scores, 8);
      assertRelative(Sums.of(perceptron, one, kernel, weights).losses()[0], loss(scores, 2));
    }
  }

  @ParameterizedTest
  @MethodSource("org.sparkradam.loss.kernel.KernelTest#kernels")
  void saturatedHiddenLayersAreFinite(Kernel kernel) {
    BlockLoss perceptron = new MultilayerPerceptron(List.of(1, 2, 3));
    double[] hidden = {1e4, -1e4, 1e4, -1e4};
    double[] top = {1e4, -1e4, 0, 5e3, 0, -1e4, 0, 0, 1e4};
    double[] weights = DoubleStream.concat(Arrays.stream(hidden), Arrays.stream(top)).toArray();
    DenseBlock one = Blocks.dense(new double[][] {{1}}, new double[] {1}, null);
    GradientSums sums = Sums.of(perceptron, one, kernel, weights);
    // The hidden units are 1 and 0, the scores 1e4, -1e4 and 1e4.
    assertRelative(sums.losses()[0], 2e4 + StrictMath.log(2));
    assertThat(sums.gradients()[0]).doesNotContain(Double.NaN);
  }

  private static void assertRelative(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 4, 0.5, Double.NaN})
  void labelsAreClasses(double label) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sums(SCORES[0], label, new PortableKernel()))
        .withMessage("label must be one of the classes 0 to 3, but was " + label);
  }

  @Test
  void oneClassIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Softmax(1));
  }
}
