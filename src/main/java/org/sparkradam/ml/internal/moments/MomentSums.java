package org.sparkradam.ml.internal.moments;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/**
 * Sums over rows from which moments of each feature come: mean and squared deviations of what was
 * looked at, updated by Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm for
 * computing sample variances" (1979), so that nothing cancels. Entries of sparse rows that are not
 * stored are not looked at: {@link FeatureMoments} knows that they are 0. Not safe among threads.
 */
public final class MomentSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final FeatureSums sums;
  private final DenseMoments dense;
  private double weight;
  private double weightSquares;

  /**
   * Of no rows yet.
   *
   * @param features of a row
   */
  public MomentSums(int features) {
    sums = new FeatureSums(features);
    dense = new DenseMoments(features);
  }

  public int features() {
    return sums.size();
  }

  /** The sum of the rows' weights. */
  public double weight() {
    return weight;
  }

  public double weightSquares() {
    return weightSquares;
  }

  /** Of each feature, once all rows were added. */
  public FeatureSums ofFeatures() {
    dense.flush(sums);
    return sums;
  }

  /**
   * @param rowWeight at least 0
   */
  public void add(Vector row, double rowWeight) {
    if (rowWeight == 0) {
      return;
    }
    weight += rowWeight;
    weightSquares += rowWeight * rowWeight;
    if (row instanceof SparseVector sparse) {
      addSparse(sparse.indices(), sparse.values(), rowWeight);
    } else {
      dense.add(((DenseVector) row).values(), rowWeight, sums);
    }
  }

  private void addSparse(int[] indices, double[] values, double rowWeight) {
    for (int i = 0; i < indices.length; i++) {
      if (values[i] != 0) {
        sums.add(indices[i], values[i], rowWeight);
      }
    }
  }

  /** Takes over what another has of other rows. */
  public void merge(MomentSums other) {
    weight += other.weight;
    weightSquares += other.weightSquares;
    ofFeatures().merge(other.ofFeatures());
  }

  /** Rows that waited for a batch, of which only the sums are worth sending. */
  private Object writeReplace() {
    ofFeatures();
    return this;
  }

  /** Rows with every feature stored, some at a time, so that loops run over neighbours. */
  private static final class DenseMoments implements Serializable {
    private static final long serialVersionUID = 1L;

    /** 256 KB of values, a part of any core's second cache. */
    private static final int VALUES = 1 << 15;

    private static final int MOST_ROWS = 128;

    private final int features;
    private final int capacity;
    private transient double[] values;
    private transient double[] weights;
    private transient double[][] scratch;
    private transient int rows;

    DenseMoments(int features) {
      this.features = features;
      this.capacity = Math.max(4, Math.min(MOST_ROWS, VALUES / Math.max(1, features)));
    }

    void add(double[] row, double rowWeight, FeatureSums to) {
      if (values == null) {
        values = new double[Math.multiplyExact(capacity, features)];
        weights = new double[capacity];
        scratch = new double[4][features];
      }
      System.arraycopy(row, 0, values, rows * features, features);
      weights[rows++] = rowWeight;
      if (rows == capacity) {
        flush(to);
      }
    }

    void flush(FeatureSums to) {
      if (rows == 0) {
        return;
      }
      double weight = 0;
      for (int row = 0; row < rows; row++) {
        weight += weights[row];
      }
      Arrays.stream(scratch).forEach(array -> Arrays.fill(array, 0));
      first(scratch[0], scratch[2], scratch[3]);
      for (int j = 0; j < features; j++) {
        scratch[0][j] /= weight;
      }
      second(scratch[0], scratch[1]);
      to.merge(weight, scratch[0], scratch[1], scratch[2], scratch[3]);
      rows = 0;
    }

    /** Of each feature the sum, the weight of what is not 0, and a test. */
    private void first(double[] sum, double[] active, double[] binary) {
      for (int row = 0; row < rows; row++) {
        double w = weights[row];
        int from = row * features;
        for (int j = 0; j < features; j++) {
          sum[j] += w * values[from + j];
        }
        for (int j = 0; j < features; j++) {
          double x = values[from + j];
          active[j] += x != 0 ? w : 0;
        }
        for (int j = 0; j < features; j++) {
          double x = values[from + j];
          binary[j] += Math.abs(x * x - x);
        }
      }
    }

    private void second(double[] mean, double[] squares) {
      for (int row = 0; row < rows; row++) {
        double w = weights[row];
        int from = row * features;
        for (int j = 0; j < features; j++) {
          double deviation = values[from + j] - mean[j];
          squares[j] += w * deviation * deviation;
        }
      }
    }
  }
}
