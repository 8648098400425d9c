package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.loss.centring.Centring;
import org.sparkradam.loss.centring.FactorCentring;
import org.sparkradam.loss.centring.FirstLayerCentring;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.PortableKernel;

/** Of models that are not linear; {@link LinearCentringTest} is about those that are. */
class CentringTest {
  private static final int FEATURES = 5;
  private static final int ROWS = 200;
  private static final double[] MEANS = {3, -2, 0, 10, 0.5};

  record Case(TiledScoring loss, Centring centring) {}

  static Stream<Case> cases() {
    return Stream.of(
        new Case(
            new MultilayerPerceptron(List.of(FEATURES, 4, 3, 2)), new FirstLayerCentring(MEANS, 4)),
        new Case(new MultilayerPerceptron(List.of(FEATURES, 2)), new FirstLayerCentring(MEANS, 2)),
        new Case(
            new FactorizationMachine(new Logistic(), FEATURES, 3, Term.FITTED, Term.FITTED),
            new FactorCentring(MEANS, 3)));
  }

  /** Loss and gradient on centred rows, and those on rows that were never centred. */
  @ParameterizedTest
  @MethodSource("cases")
  void isWorthCentredRows(Case of) {
    double[] weights = Blocks.gaussians(1, of.loss().weightCount());
    double[] ofBlocks = of.centring().toBlocks(weights);
    Kernel kernel = new PortableKernel();
    GradientSums expected = Sums.of(of.loss(), rows(0), kernel, weights);
    GradientSums sums = Sums.of(of.loss(), rows(1), kernel, ofBlocks);
    assertThat(sums.losses()[0])
        .isCloseTo(expected.losses()[0], within(1e-10 * expected.losses()[0]));
    double[] gradient = of.centring().toCentred(sums.gradients()[0], weights);
    for (int i = 0; i < gradient.length; i++) {
      assertThat(gradient[i]).isCloseTo(expected.gradients()[0][i], within(1e-9 * ROWS));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thereAndBackIsTheSame(Case of) {
    double[] weights = Blocks.gaussians(1, of.loss().weightCount());
    assertThat(of.centring().toCentred(of.centring().toBlocks(weights)))
        .containsExactly(weights, within(1e-11));
  }

  /** The same rows, with {@code share} of the means added. */
  private static DenseBlock rows(double share) {
    double[][] values = Blocks.values(2, ROWS, FEATURES);
    for (double[] row : values) {
      for (int j = 0; j < FEATURES; j++) {
        row[j] += share * MEANS[j];
      }
    }
    return Blocks.dense(values, Blocks.classLabels(3, ROWS, 2), Blocks.rowWeights(4, ROWS));
  }
}
