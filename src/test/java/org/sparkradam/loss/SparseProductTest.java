package org.sparkradam.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.block.SparseBlock;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.loss.kernel.KernelTest;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.SparseRows;

/** Products with sparse rows: columns of whole vectors and not, fewer than one and many. */
class SparseProductTest {
  private static final int FEATURES = 7;

  /** No entry, one, all of them. */
  private static final SparseRows ROWS =
      new SparseRows(
          new int[] {4, 4, 5, 12, 14},
          0,
          4,
          4,
          new int[] {3, 0, 1, 2, 3, 4, 5, 6, 2, 6},
          Blocks.gaussians(1, 10));

  static Stream<Arguments> kernelsAndColumns() {
    return KernelTest.kernels()
        .flatMap(
            kernel ->
                IntStream.of(1, 3, 4, 5, 7, 8, 9, 16, 25, 32, 43)
                    .mapToObj(columns -> Arguments.of(kernel, columns)));
  }

  @ParameterizedTest
  @MethodSource("kernelsAndColumns")
  void eachSumIsInTheOrderOfTheEntries(Kernel kernel, int columns) {
    Matrix b = new Matrix(Blocks.gaussians(2, FEATURES * columns), 0, FEATURES, columns);
    Matrix c = new Matrix(Blocks.gaussians(3, 4 * columns), 0, 4, columns);
    double[] expected = c.values().clone();
    forEachEntry(
        (row, feature, value) -> {
          for (int j = 0; j < columns; j++) {
            expected[c.rowFrom(row) + j] += value * b.values()[b.rowFrom(feature) + j];
          }
        });
    kernel.addSparseProduct(ROWS, b, c);
    assertThat(c.values()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("kernelsAndColumns")
  void eachTransposedSumIsInTheOrderOfTheRows(Kernel kernel, int columns) {
    Matrix b = new Matrix(Blocks.gaussians(2, 4 * columns), 0, 4, columns);
    Matrix c = new Matrix(Blocks.gaussians(3, FEATURES * columns), 0, FEATURES, columns);
    double[] expected = c.values().clone();
    forEachEntry(
        (row, feature, value) -> {
          for (int j = 0; j < columns; j++) {
            expected[c.rowFrom(feature) + j] += value * b.values()[b.rowFrom(row) + j];
          }
        });
    kernel.addTransposedSparseProduct(ROWS, b, c);
    assertThat(c.values()).isEqualTo(expected);
  }

  private interface Entry {
    void accept(int row, int feature, double value);
  }

  private static void forEachEntry(Entry entry) {
    for (int row = 0; row < ROWS.rows(); row++) {
      for (int p = ROWS.begin(row); p < ROWS.end(row); p++) {
        entry.accept(row, ROWS.indices()[p], ROWS.values()[p]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernelsAndColumns")
  void aVectorIsTheSameAloneOrAmongSoMany(Kernel kernel, int vectors) {
    LinearLoss loss = new LinearLoss(new Logistic(), 6, Term.FITTED);
    SparseBlock block =
        Blocks.sparse(Blocks.dense(Blocks.values(3, 523, 6), Blocks.classLabels(7, 523, 2), null));
    double[][] weights =
        IntStream.range(0, vectors)
            .mapToObj(k -> Blocks.gaussians(k, loss.weightCount()))
            .toArray(double[][]::new);
    GradientSums together = Sums.of(loss, block, kernel, weights);
    for (int k = 0; k < vectors; k++) {
      GradientSums alone = Sums.of(loss, block, kernel, weights[k]);
      assertThat(together.losses()[k]).isEqualTo(alone.losses()[0]);
      assertThat(together.gradients()[k]).isEqualTo(alone.gradients()[0]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8, 19})
  void aTransposedMatrixIsFilledUpWithZeros(int columns) {
    Matrix narrow = new Matrix(Blocks.gaussians(5, columns * 19), 0, columns, 19);
    Matrix wide = new Matrix(new double[19 * (columns + 2)], 0, 19, columns + 2);
    Arrays.fill(wide.values(), Double.NaN);
    wide.copyTransposedFrom(narrow);
    for (int row = 0; row < 19; row++) {
      for (int j = 0; j < columns; j++) {
        assertThat(wide.values()[wide.rowFrom(row) + j])
            .isEqualTo(narrow.values()[narrow.rowFrom(j) + row]);
      }
      assertThat(wide.values()[wide.rowFrom(row) + columns]).isZero();
      assertThat(wide.values()[wide.rowFrom(row) + columns + 1]).isZero();
    }
  }
}
