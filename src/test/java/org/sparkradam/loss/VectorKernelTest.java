package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.block.DenseBlock;
import org.sparkradam.block.RowRange;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.PortableKernel;
import org.sparkradam.loss.kernel.VectorKernel;
import org.sparkradam.loss.kernel.Workspace;

/** Rows wide enough for vectors, of whole ones and not, and one that fits neither run nor four. */
class VectorKernelTest {
  private static final Kernel KERNEL = Kernel.ofThisJvm();
  private static final Kernel PORTABLE = new PortableKernel();
  private static final int ROWS = 203;

  /** Tests run with the options of Spark's launchers. */
  @Test
  void isTheDefaultWhereTheModuleIs() {
    assertThat(KERNEL).isInstanceOf(VectorKernel.class);
  }

  static Stream<Arguments> losses() {
    return IntStream.of(8, 9, 28, 31, 32, 33, 67, 200)
        .boxed()
        .flatMap(
            d ->
                Stream.of(
                        new LinearLoss(new Logistic(), d, Term.FITTED),
                        new LinearLoss(new Softmax(3), d, Term.FITTED),
                        new MultilayerPerceptron(List.of(d, 13, 9, 3)))
                    .map(loss -> Arguments.of(loss, d)));
  }

  private static DenseBlock block(int features) {
    return Blocks.dense(
        Blocks.values(3, ROWS, features),
        Blocks.classLabels(7, ROWS, 2),
        Blocks.rowWeights(5, ROWS));
  }

  private static double[][] weights(BlockLoss loss, int vectors) {
    return IntStream.range(0, vectors)
        .mapToObj(k -> Blocks.gaussians(k, loss.weightCount()))
        .toArray(double[][]::new);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void agreesWithThePortableKernel(BlockLoss loss, int features) {
    DenseBlock block = block(features);
    double[][] weights = weights(loss, 3);
    RowRange some = new RowRange(1, ROWS - 1);
    Sums.assertClose(
        Sums.of(loss, block, some, KERNEL, weights), Sums.of(loss, block, some, PORTABLE, weights));
  }

  @ParameterizedTest
  @MethodSource("losses")
  void aVectorIsTheSameAloneOrAmongOthers(BlockLoss loss, int features) {
    DenseBlock block = block(features);
    double[][] weights = weights(loss, 5);
    GradientSums together = Sums.of(loss, block, KERNEL, weights);
    for (int k = 0; k < weights.length; k++) {
      GradientSums alone = Sums.of(loss, block, KERNEL, weights[k]);
      assertThat(together.losses()[k]).isEqualTo(alone.losses()[0]);
      assertThat(together.gradients()[k]).isEqualTo(alone.gradients()[0]);
    }
  }

  /** The compiler changes what runs, but not what it computes. */
  @Test
  void theBitsAreThoseOfTheFirstCallWhenCompiled() {
    LinearLoss loss = new LinearLoss(new Logistic(), 28, Term.FITTED);
    DenseBlock block = block(28);
    double[][] weights = weights(loss, 3);
    double[][] first = Sums.of(loss, block, KERNEL, weights).gradients();
    for (int i = 0; i < 2000; i++) {
      Sums.of(loss, block, KERNEL, weights);
    }
    assertThat(Sums.of(loss, block, KERNEL, weights).gradients()).isDeepEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 9})
  void aRowThatIsNotFiniteSpoilsNoOther(int rows) {
    double[][] values = Blocks.values(1, rows, 28);
    values[0][27] = Double.NaN;
    DenseBlock block = Blocks.dense(values, new double[rows], null);
    LinearLoss loss = new LinearLoss(new Logistic(), 28, Term.FITTED);
    RowRange others = new RowRange(1, rows);
    assertThat(Sums.of(loss, block, others, KERNEL, weights(loss, 1)).losses()[0]).isFinite();
    assertThat(Sums.of(loss, block, KERNEL, weights(loss, 1)).losses()[0]).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "3, 1", "2, 64", "1, 77"})
  void sumsAreClose(int from, int length) {
    double[] values = Blocks.gaussians(11, 100);
    Workspace workspace = new Workspace();
    double expected = PORTABLE.sum(values, from, length, workspace);
    assertThat(KERNEL.sum(values, from, length, workspace)).isCloseTo(expected, within(1e-12));
  }

  /** As on an executor whose processor is not the driver's. */
  @Test
  void vectorsOfAnotherLengthAreRefused() {
    int lanes = ((VectorKernel) KERNEL).lanes();
    VectorKernel other = new VectorKernel(12 - lanes);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> other.sum(new double[1], 0, 1, new Workspace()))
        .withMessageContaining(other.name())
        .withMessageContaining("vectors of " + lanes + " doubles");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Kernel.named(other.name()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VectorKernel(2))
        .withMessage("number of lanes must be 4 or 8, but was 2");
  }
}
