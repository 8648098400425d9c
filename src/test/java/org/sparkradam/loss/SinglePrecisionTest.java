package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.loss.kernel.Kernel;

/** Features that are stored as floats are summed as the doubles that they are. */
class SinglePrecisionTest {
  private static final int ROWS = 1100;
  private static final int FEATURES = 30;
  private static final Kernel KERNEL = Kernel.ofThisJvm();

  static Stream<BlockLoss> losses() {
    return Stream.of(
        new LinearLoss(new Logistic(), FEATURES, Term.FITTED),
        new LinearLoss(new Softmax(3), FEATURES, Term.FITTED),
        new FactorizationMachine(new Logistic(), FEATURES, 3, Term.FITTED, Term.FITTED),
        new MultilayerPerceptron(List.of(FEATURES, 4, 3)));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void sumsAreThoseOfTheRoundedValues(BlockLoss loss) {
    DenseBlock exact =
        Blocks.dense(Blocks.values(1, ROWS, FEATURES), Blocks.classLabels(2, ROWS, 2), null);
    double[] rounded = Arrays.stream(exact.values()).map(value -> (float) value).toArray();
    DenseBlock dense = new DenseBlock(FEATURES, rounded, exact.labels(), null);
    assertThat(rounded).isNotEqualTo(exact.values());
    assertSame(loss, exact.single(), dense);
    assertSame(loss, Blocks.sparse(exact).single(), Blocks.sparse(dense));
  }

  /** In parts that begin and end within a tile, with two weight vectors. */
  private static void assertSame(BlockLoss loss, RowBlock singles, RowBlock doubles) {
    double[][] weights = {
      Blocks.gaussians(3, loss.weightCount()), Blocks.gaussians(4, loss.weightCount())
    };
    GradientSums ofSingles = new GradientSums(2, loss.weightCount());
    GradientSums ofDoubles = new GradientSums(2, loss.weightCount());
    for (RowRange range : List.of(new RowRange(3, 700), new RowRange(700, ROWS))) {
      loss.add(singles, range, weights, ofSingles, KERNEL);
      loss.add(doubles, range, weights, ofDoubles, KERNEL);
    }
    assertThat(ofSingles.gradients()).isDeepEqualTo(ofDoubles.gradients());
    assertThat(ofSingles.losses()).isEqualTo(ofDoubles.losses());
    assertThat(singles.bytes()).isLessThan(doubles.bytes());
  }
}
