package org.sparkradam.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sparkradam.loss.GradientSums;

/** What tasks send is what they summed, bit for bit, in no more bytes than it takes. */
class CompactSumsTest {
  private static final int SIZE = 3000;

  static Stream<double[]> vectors() {
    return Stream.of(
        new double[] {},
        new double[] {0},
        new double[] {5},
        new double[10],
        new double[] {0, 0, 0, -0.0, 0, 0},
        new double[] {0, Double.NaN, 0, 0, Double.NEGATIVE_INFINITY, 0, 0, Double.MIN_VALUE},
        vector(0.01),
        vector(0.66),
        vector(0.67),
        vector(1));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void vectorsComeBackBitForBit(double[] vector) throws Exception {
    double[] expanded = new double[vector.length];
    Arrays.fill(expanded, 7);
    Copies.copy(CompactVector.of(vector), CompactVector.class).copyTo(expanded);
    assertThat(bits(expanded)).isEqualTo(bits(vector));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.2, 0.5, 0.65})
  void sparseVectorsTakeFewerBytes(double active) throws IOException {
    int count = (int) (active * SIZE);
    assertThat(Copies.bytes(CompactVector.of(vector(active))).length)
        .isBetween(12 * count, 12 * count + 200);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.67, 0.8, 1})
  void otherVectorsTakeNoMoreThanWhole(double active) throws IOException {
    assertThat(Copies.bytes(CompactVector.of(vector(active))).length).isLessThan(8 * SIZE + 200);
  }

  @Test
  void sumsComeBackBitForBit() throws Exception {
    GradientSums sums = new GradientSums(3, SIZE);
    double[] shares = {0, 0.1, 1};
    for (int k = 0; k < shares.length; k++) {
      System.arraycopy(vector(shares[k]), 0, sums.gradients()[k], 0, SIZE);
      sums.losses()[k] = k - 0.1;
    }
    sums.count(0.3, 17);
    GradientSums expanded = Copies.copy(CompactSums.of(sums), CompactSums.class).expanded();
    assertThat(expanded.gradients()).isDeepEqualTo(sums.gradients());
    assertThat(expanded.losses()).isEqualTo(sums.losses());
    assertThat(expanded.weight()).isEqualTo(0.3);
    assertThat(expanded.rows()).isEqualTo(17);
    assertThat(expanded.weightCount()).isEqualTo(SIZE);
  }

  /** The driver changes what it expands: the same partial may be expanded again. */
  @Test
  void expandedSumsAreCopies() {
    GradientSums sums = new GradientSums(1, 4);
    Arrays.fill(sums.gradients()[0], 2);
    CompactSums compact = CompactSums.of(sums);
    Arrays.fill(compact.expanded().gradients()[0], 9);
    assertThat(compact.expanded().gradients()[0]).containsOnly(2);
  }

  private static double[] vector(double active) {
    Random random = new Random(1);
    double[] vector = new double[SIZE];
    for (int i = 0; i < (int) (active * SIZE); i++) {
      vector[(i * 7) % SIZE] = random.nextGaussian();
    }
    return vector;
  }

  private static long[] bits(double[] vector) {
    return Arrays.stream(vector).mapToLong(Double::doubleToRawLongBits).toArray();
  }
}
