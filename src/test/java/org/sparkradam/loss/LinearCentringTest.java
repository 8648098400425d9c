package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.loss.centring.LinearCentring;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.PortableKernel;

class LinearCentringTest {
  private static final int FEATURES = 5;
  private static final int ROWS = 600;
  private static final double[] MEANS = {3, -2, 0, 10, 0.5};

  static Stream<Arguments> lossesAndOrders() {
    return Stream.of(new Logistic(), new Softmax(3), new Squared(), new Huber(1.5), new Hinge())
        .flatMap(loss -> Arrays.stream(CoefficientOrder.values()).map(o -> Arguments.of(loss, o)));
  }

  /** Loss and gradient on centred rows, and those on rows that were never centred. */
  @ParameterizedTest
  @MethodSource("lossesAndOrders")
  void isWorthCentredRows(MarginLoss loss, CoefficientOrder order) {
    Scoring linear = order.loss(loss, FEATURES, Term.FITTED);
    LinearCentring centring = new LinearCentring(MEANS, loss.outputs(), order);
    double[] weights = Blocks.gaussians(1, linear.weightCount());
    Kernel kernel = new PortableKernel();
    GradientSums expected = Sums.of(linear, rows(0, loss), kernel, weights);
    GradientSums sums = Sums.of(linear, rows(1, loss), kernel, centring.toBlocks(weights));
    centring.correct(sums.gradients()[0]);
    Sums.assertClose(sums, expected);
  }

  /** The same rows, with {@code share} of the means added. */
  private static DenseBlock rows(double share, MarginLoss loss) {
    double[][] values = Blocks.values(2, ROWS, FEATURES);
    for (double[] row : values) {
      for (int j = 0; j < FEATURES; j++) {
        row[j] += share * MEANS[j];
      }
    }
    double[] labels = Blocks.classLabels(3, ROWS, Math.max(2, loss.outputs()));
    return Blocks.dense(values, labels, Blocks.rowWeights(4, ROWS));
  }

  @Test
  void thereAndBackIsTheSame() {
    LinearCentring centring = new LinearCentring(MEANS, 3, CoefficientOrder.BY_OUTPUT);
    double[] weights = Blocks.gaussians(1, 3 * FEATURES + 3 + 1);
    Sums.assertClose(centring.toCentred(centring.toBlocks(weights)), weights);
  }

  @Test
  void weightsWithoutInterceptsAreRefused() {
    LinearCentring centring = new LinearCentring(MEANS, 1, CoefficientOrder.BY_OUTPUT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> centring.toBlocks(new double[FEATURES]))
        .withMessage("number of weights must be at least 6, but was 5");
  }
}
