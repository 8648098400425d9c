package org.sparkradam.loss.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.loss.Blocks;
import org.sparkradam.loss.Sums;

public class KernelTest {
  private static final int M = 5;
  private static final int N = 6;
  private static final int INNER = 7;

  public static Stream<Kernel> kernels() {
    return Stream.of(new PortableKernel(), NetlibKernel.ofThisJvm(), Kernel.ofThisJvm());
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void productsAreThoseOfTheDefinition(Kernel kernel) {
    Matrix a = matrix(1, M, INNER);
    Matrix b = matrix(2, INNER, N);
    Matrix c = matrix(3, M, N);
    double[] expected = product(a, b, c);
    Matrix plain = copy(c);
    kernel.addProduct(a, b, plain, new Workspace());
    Sums.assertClose(plain.values(), expected);
    Matrix withTransposed = copy(c);
    kernel.addProductWithTransposed(a, transposed(b), withTransposed, new Workspace());
    Sums.assertClose(withTransposed.values(), expected);
    Matrix transposedFirst = copy(c);
    kernel.addTransposedProduct(transposed(a), b, transposedFirst, new Workspace());
    Sums.assertClose(transposedFirst.values(), expected);
  }

  /** With margins of 2 values before and after, which have to stay. */
  private static Matrix matrix(long seed, int rows, int columns) {
    return new Matrix(Blocks.gaussians(seed, rows * columns + 4), 2, rows, columns);
  }

  private static Matrix copy(Matrix matrix) {
    return new Matrix(matrix.values().clone(), matrix.from(), matrix.rows(), matrix.columns());
  }

  private static Matrix transposed(Matrix matrix) {
    Matrix transposed = matrix(4, matrix.columns(), matrix.rows());
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        transposed.values()[transposed.rowFrom(j) + i] = matrix.values()[matrix.rowFrom(i) + j];
      }
    }
    return transposed;
  }

  private static double[] product(Matrix a, Matrix b, Matrix c) {
    double[] sums = c.values().clone();
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.columns(); j++) {
        for (int l = 0; l < b.rows(); l++) {
          sums[c.rowFrom(i) + j] += a.values()[a.rowFrom(i) + l] * b.values()[b.rowFrom(l) + j];
        }
      }
    }
    return sums;
  }

  /** The portable kernel's ways through products differ by shape; the sums must not. */
  @ParameterizedTest
  @CsvSource({"8, 28, 61", "3, 1, 1", "64, 5, 2", "200, 9, 64", "2, 13, 4", "5, 16, 48"})
  void portableProductsAreSumsInTheOrderOfTheirTerms(int m, int inner, int n) {
    Matrix a = matrix(5, m, inner);
    Matrix b = matrix(6, inner, n);
    Matrix c = matrix(7, m, n);
    double[] expected = product(a, b, c);
    Kernel kernel = new PortableKernel();
    Matrix plain = copy(c);
    kernel.addProduct(a, b, plain, new Workspace());
    assertThat(plain.values()).isEqualTo(expected);
    Matrix withTransposed = copy(c);
    kernel.addProductWithTransposed(a, transposed(b), withTransposed, new Workspace());
    assertThat(withTransposed.values()).isEqualTo(expected);
    Matrix transposedFirst = copy(c);
    kernel.addTransposedProduct(transposed(a), b, transposedFirst, new Workspace());
    assertThat(transposedFirst.values()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void elementaryFunctionsArePrecise(Kernel kernel) {
    for (double x = 1e-320; x < 1e300; x *= 1.7) {
      double expected = StrictMath.log1p(x);
      assertThat(kernel.log1p(x)).isCloseTo(expected, within(1e-15 * expected + 1e-323));
      double power = StrictMath.exp(-x);
      assertThat(kernel.exp(-x)).isCloseTo(power, within(1e-15 * power + 1e-323));
    }
    assertThat(kernel.log1p(0)).isZero();
    assertThat(kernel.log1p(Double.NaN)).isNaN();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void namesFindTheirKernels(Kernel kernel) {
    assertThat(Kernel.named(kernel.name())).isEqualTo(kernel);
  }

  @Test
  void unknownNamesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kernel.named("cuda"))
        .withMessageContaining(
            "portable, vector:4, vector:8, netlib:java, netlib:vector or netlib:native");
  }

  /** As on an executor that lacks what the driver has. */
  @Test
  void aJvmThatLacksTheBlasRefusesToCompute() {
    BlasFlavor lacking =
        BlasFlavor.ofThisJvm() == BlasFlavor.VECTOR ? BlasFlavor.JAVA : BlasFlavor.VECTOR;
    Kernel kernel = new NetlibKernel(lacking);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                kernel.addProduct(
                    matrix(1, 1, 1), matrix(1, 1, 1), matrix(1, 1, 1), new Workspace()))
        .withMessageContaining(kernel.name());
  }

  @Test
  void matricesEndWithinTheirArrays() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Matrix(new double[5], 0, 2, 3));
  }
}
