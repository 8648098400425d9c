package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.block.RowBlock;
import org.sparkradam.loss.kernel.PortableKernel;

class CoefficientOrderTest {
  private static final int FEATURES = 9;
  private static final int CLASSES = 5;
  private static final int ROWS = 700;

  private final Scoring byOutput =
      CoefficientOrder.BY_OUTPUT.loss(new Softmax(CLASSES), FEATURES, Term.FITTED);
  private final Scoring byFeature =
      CoefficientOrder.BY_FEATURE.loss(new Softmax(CLASSES), FEATURES, Term.FITTED);
  private final double[] weights = Blocks.gaussians(1, byOutput.weightCount());

  @Test
  void onSparseRowsSumsAreTheSameInTheirBits() {
    GradientSums expected = Sums.of(byOutput, rows(), new PortableKernel(), weights);
    double[] ordered = CoefficientOrder.BY_FEATURE.of(weights, CLASSES, FEATURES);
    GradientSums sums = Sums.of(byFeature, rows(), new PortableKernel(), ordered);
    assertThat(CoefficientOrder.BY_FEATURE.byOutput(sums.gradients()[0], CLASSES, FEATURES))
        .isEqualTo(expected.gradients()[0]);
    assertThat(sums.losses()).isEqualTo(expected.losses());
  }

  private static RowBlock rows() {
    DenseBlock dense =
        Blocks.dense(
            Blocks.values(3, ROWS, FEATURES),
            Blocks.classLabels(4, ROWS, CLASSES),
            Blocks.rowWeights(5, ROWS));
    return Blocks.sparse(dense);
  }

  @ParameterizedTest
  @EnumSource
  void thereAndBackIsTheSame(CoefficientOrder order) {
    double[] ordered = order.of(weights, CLASSES, FEATURES);
    assertThat(ordered[order.index(2, 7, CLASSES, FEATURES)]).isEqualTo(weights[2 * FEATURES + 7]);
    assertThat(order.byOutput(ordered, CLASSES, FEATURES)).isEqualTo(weights);
  }

  /** A weight of a feature and its place in a narrower vector are found by the layout. */
  @Test
  void aFeaturesCoefficientsAreNeighbours() {
    double[] ordered = CoefficientOrder.BY_FEATURE.of(weights, CLASSES, FEATURES);
    double[] narrow = byFeature.layout().gather(ordered, new int[] {2, 7});
    assertThat(narrow).hasSize(byFeature.withFeatures(2).weightCount());
    assertThat(narrow[CLASSES + 3]).isEqualTo(weights[3 * FEATURES + 7]);
  }
}
