package org.sparkradam.block;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.SparseVector;

/** Copies rows from here and there into one block. */
final class BlockAssembly {
  private BlockAssembly() {}

  static DenseBlock dense(List<CountedRow> rows, int features, FeatureScale scale) {
    double[] values = new double[Math.multiplyExact(rows.size(), features)];
    int start = 0;
    for (CountedRow row : rows) {
      SparseBlock from = row.block();
      for (int i = row.from(); i < row.to(); i++) {
        int feature = from.indices()[i];
        values[start + feature] = scale.scaled(feature, from.values()[i]);
      }
      start += features;
    }
    return new DenseBlock(features, values, labels(rows), weights(rows));
  }

  static SparseBlock sparse(List<CountedRow> rows, int features, FeatureScale scale) {
    int[] starts = starts(rows.stream().mapToInt(row -> row.to() - row.from()).toArray());
    int[] indices = new int[starts[rows.size()]];
    double[] values = new double[indices.length];
    int next = 0;
    for (CountedRow row : rows) {
      SparseBlock from = row.block();
      for (int i = row.from(); i < row.to(); i++) {
        indices[next] = from.indices()[i];
        values[next] = scale.scaled(indices[next], from.values()[i]);
        next++;
      }
    }
    return new SparseBlock(features, starts, indices, values, labels(rows), weights(rows));
  }

  /**
   * Source rows in the one form in which equal rows are equal bit for bit.
   *
   * @param rows at least one
   * @param active the rows' features without zeros
   */
  static SparseBlock canonical(List<LabeledRow> rows, List<SparseVector> active) {
    int[] starts = starts(active.stream().mapToInt(vector -> vector.indices().length).toArray());
    int[] indices = new int[starts[rows.size()]];
    double[] values = new double[indices.length];
    for (int row = 0; row < rows.size(); row++) {
      int length = starts[row + 1] - starts[row];
      System.arraycopy(active.get(row).indices(), 0, indices, starts[row], length);
      System.arraycopy(active.get(row).values(), 0, values, starts[row], length);
    }
    double[] labels =
        rows.stream().mapToDouble(row -> ContentHash.canonical(row.label())).toArray();
    double[] weights =
        rows.stream().mapToDouble(row -> ContentHash.canonical(row.weight())).toArray();
    return new SparseBlock(
        rows.get(0).features().size(), starts, indices, values, labels, unlessOnes(weights));
  }

  private static int[] starts(int[] lengths) {
    int[] starts = new int[lengths.length + 1];
    for (int row = 0; row < lengths.length; row++) {
      starts[row + 1] = Math.addExact(starts[row], lengths[row]);
    }
    return starts;
  }

  private static double[] labels(List<CountedRow> rows) {
    return rows.stream().mapToDouble(row -> row.block().label(row.row())).toArray();
  }

  private static double[] weights(List<CountedRow> rows) {
    return unlessOnes(rows.stream().mapToDouble(row -> row.block().weight(row.row())).toArray());
  }

  private static double[] unlessOnes(double[] weights) {
    return Arrays.stream(weights).allMatch(weight -> weight == 1) ? null : weights;
  }
}
