package org.sparkradam.loss.lanes;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import org.sparkradam.loss.kernel.Lanes;
import org.sparkradam.loss.kernel.Matrix;
import org.sparkradam.loss.kernel.SparseRows;
import org.sparkradam.loss.kernel.Strided;

/**
 * The longest vectors that the JVM has, of the class that netlib takes, too: a second class in use
 * slows down what Spark computes in the same JVM.
 */
public final class JdkLanes implements Lanes {
  @Override
  public int count() {
    return DoubleVector.SPECIES_MAX.length();
  }

  @Override
  public void addDots(Matrix a, Matrix b, Matrix c, double[] weights, double[] sums) {
    new RowDots(b, weights, padded(b.columns()), sums).add(a, c);
  }

  @Override
  public void addCombinations(Strided a, Matrix b, Matrix c, double[] sums) {
    new RowCombinations(a, b, sums, padded(b.columns())).addTo(c);
  }

  @Override
  public void addSparseProduct(SparseRows x, Matrix b, Matrix c, int columns) {
    new SparseVectors(x).add(b, c, columns);
  }

  @Override
  public void addTransposedSparseProduct(SparseRows x, Matrix b, Matrix c, int columns) {
    new SparseVectors(x).addTransposed(b, c, columns);
  }

  @Override
  public double differentiateLogistic(
      double[] margins,
      double[] labels,
      double[] weights,
      double[] powers,
      double[] exponents,
      double[] sums,
      int length) {
    Arrays.fill(sums, 0, count(), 0);
    LogisticRows.setPowers(margins, labels, powers, exponents, length);
    LogisticRows.scale(powers, exponents, length);
    LogisticRows.differentiate(margins, labels, weights, powers, sums, length);
    return LaneSums.of(sums, 0);
  }

  @Override
  public double sum(double[] values, int from, int length, double[] sums) {
    return LaneSums.ofAll(values, from, length, sums);
  }
}
