package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.block.RowBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.KernelTest;
import org.sparkradam.loss.kernel.PortableKernel;

/** What every loss promises. */
class BlockLossTest {
  private static final RowRange SOME = new RowRange(3, 1091);

  static Stream<Arguments> casesAndKernels() {
    return Arrays.stream(LossCase.values())
        .flatMap(loss -> KernelTest.kernels().map(kernel -> Arguments.of(loss, kernel)));
  }

  @ParameterizedTest
  @MethodSource("casesAndKernels")
  void gradientIsTheDerivativeOfTheLoss(LossCase given, Kernel kernel) {
    double[][] weights = {given.weights(11), given.weights(12), given.weights(13)};
    DenseBlock weighted = given.block(40, Blocks.rowWeights(5, 40));
    for (RowBlock block :
        new RowBlock[] {weighted, Blocks.sparse(weighted), given.block(40, null)}) {
      RowRange rows = new RowRange(4, 37);
      assertDerivative(given.loss, block, rows, kernel, weights);
      assertDerivative(given.loss, block, rows, kernel, weights[0]);
    }
  }

  private static void assertDerivative(
      BlockLoss loss, RowBlock block, RowRange rows, Kernel kernel, double[]... weights) {
    double[][] gradients = Sums.of(loss, block, rows, kernel, weights).gradients();
    double step = 1e-5;
    for (int i = 0; i < loss.weightCount(); i++) {
      double[] above = Sums.of(loss, block, rows, kernel, moved(weights, i, step)).losses();
      double[] below = Sums.of(loss, block, rows, kernel, moved(weights, i, -step)).losses();
      for (int k = 0; k < weights.length; k++) {
        double slope = (above[k] - below[k]) / (2 * step);
        assertThat(gradients[k][i]).isCloseTo(slope, within(1e-6 * (1 + Math.abs(slope))));
      }
    }
  }

  private static double[][] moved(double[][] weights, int coordinate, double step) {
    double[][] moved = Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
    for (double[] vector : moved) {
      vector[coordinate] += step;
    }
    return moved;
  }

  @ParameterizedTest
  @MethodSource("casesAndKernels")
  void sparseRowsAreWorthDenseOnes(LossCase given, Kernel kernel) {
    DenseBlock dense = given.weightedBlock();
    double[] weights = given.weights(21);
    Sums.assertClose(
        Sums.of(given.loss, Blocks.sparse(dense), SOME, kernel, weights),
        Sums.of(given.loss, dense, SOME, kernel, weights));
  }

  /** Whichever way a loss takes for one vector or for eight, and for few rows or for many. */
  @ParameterizedTest
  @MethodSource("casesAndKernels")
  void aVectorIsTheSameAloneOrAmongOthers(LossCase given, Kernel kernel) {
    double[][] weights = IntStream.range(31, 39).mapToObj(given::weights).toArray(double[][]::new);
    DenseBlock dense = given.weightedBlock();
    for (RowBlock block : new RowBlock[] {dense, Blocks.sparse(dense)}) {
      GradientSums together = someAndOne(given.loss, block, kernel, weights);
      for (int k = 0; k < weights.length; k++) {
        GradientSums alone = someAndOne(given.loss, block, kernel, weights[k]);
        assertThat(together.losses()[k]).isEqualTo(alone.losses()[0]);
        assertThat(together.gradients()[k]).isEqualTo(alone.gradients()[0]);
      }
    }
  }

  private static GradientSums someAndOne(
      BlockLoss loss, RowBlock block, Kernel kernel, double[]... weights) {
    GradientSums sums = Sums.of(loss, block, SOME, kernel, weights);
    loss.add(block, new RowRange(1092, 1093), weights, sums, kernel);
    return sums;
  }

  @ParameterizedTest
  @EnumSource
  void kernelsAgree(LossCase given) {
    DenseBlock block = given.weightedBlock();
    double[][] weights = {given.weights(35), given.weights(36), given.weights(37)};
    GradientSums portable = Sums.of(given.loss, block, new PortableKernel(), weights);
    KernelTest.kernels()
        .forEach(k -> Sums.assertClose(Sums.of(given.loss, block, k, weights), portable));
  }

  @ParameterizedTest
  @EnumSource
  void rowsOutsideTheRangeAreNotRead(LossCase given) {
    DenseBlock clean = given.weightedBlock();
    DenseBlock poisoned = given.weightedBlock();
    int features = poisoned.features();
    Arrays.fill(poisoned.values(), 0, SOME.from() * features, Double.NaN);
    Arrays.fill(poisoned.values(), SOME.to() * features, poisoned.values().length, Double.NaN);
    Arrays.fill(poisoned.weights(), SOME.to(), poisoned.rows(), Double.NaN);
    double[] weights = given.weights(41);
    Kernel kernel = Kernel.ofThisJvm();
    GradientSums expected = Sums.of(given.loss, clean, SOME, kernel, weights);
    GradientSums dense = Sums.of(given.loss, poisoned, SOME, kernel, weights);
    GradientSums sparse = Sums.of(given.loss, Blocks.sparse(poisoned), SOME, kernel, weights);
    assertThat(dense.gradients()).isDeepEqualTo(expected.gradients());
    Sums.assertClose(sparse, expected);
  }

  @ParameterizedTest
  @EnumSource
  void partsMergeToTheWhole(LossCase given) {
    DenseBlock block = given.weightedBlock();
    double[][] weights = {given.weights(51), given.weights(52)};
    Kernel kernel = new PortableKernel();
    GradientSums merged = Sums.of(given.loss, block, new RowRange(0, 300), kernel, weights);
    GradientSums rest = Sums.of(given.loss, block, new RowRange(300, 301), kernel, weights);
    given.loss.add(block, new RowRange(301, block.rows()), weights, rest, kernel);
    Sums.assertClose(merged.merge(rest), Sums.of(given.loss, block, kernel, weights));
    assertThat(merged.rows()).isEqualTo(block.rows());
  }

  @ParameterizedTest
  @EnumSource
  void emptyRangeAddsNothing(LossCase given) {
    double[][] weights = {given.weights(61), given.weights(62)};
    Kernel kernel = new PortableKernel();
    GradientSums sums = Sums.of(given.loss, given.block(), new RowRange(5, 5), kernel, weights);
    assertThat(sums.rows()).isZero();
    assertThat(sums.weight()).isZero();
    assertThat(sums.losses()).containsOnly(0);
    assertThat(sums.gradients()).isDeepEqualTo(new double[2][given.loss.weightCount()]);
  }

  @ParameterizedTest
  @EnumSource
  void rowsAndWeightsAreCounted(LossCase given) {
    DenseBlock block = given.weightedBlock();
    double[] weights = given.weights(71);
    GradientSums sums = Sums.of(given.loss, block, SOME, new PortableKernel(), weights, weights);
    double expected = Arrays.stream(block.weights(), SOME.from(), SOME.to()).sum();
    assertThat(sums.rows()).isEqualTo(SOME.to() - SOME.from());
    assertThat(sums.weight()).isCloseTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource
  void whatDoesNotFitIsRefused(LossCase given) {
    DenseBlock block = given.block();
    BlockLoss loss = given.loss;
    Kernel kernel = new PortableKernel();
    double[] weights = given.weights(81);
    GradientSums sums = new GradientSums(1, loss.weightCount());
    double[][] longer = {new double[weights.length + 1]};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.add(block, SOME, longer, sums, kernel))
        .withMessageContaining("number of weights");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.add(block, SOME, new double[][] {weights, weights}, sums, kernel))
        .withMessageContaining("number of weight vectors must be 1, but was 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sums.of(loss, block, new RowRange(0, 1101), kernel, weights))
        .withMessageContaining("1100 rows");
    DenseBlock wider = Blocks.dense(new double[1][8], new double[1], null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sums.of(loss, wider, kernel, weights))
        .withMessageContaining("number of features must be 7, but was 8");
  }
}
