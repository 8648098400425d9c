package org.sparkradam.block;

import java.util.Arrays;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/** Rows with every feature stored, as they come. */
final class DenseBuffer extends RowBuffer {
  private final int features;
  private double[] values;
  private int length;

  DenseBuffer(int features, int capacity) {
    super(capacity);
    this.features = features;
    this.values = new double[Math.multiplyExact(features, capacity)];
  }

  @Override
  void addFeatures(Vector row, IngestScale scale) {
    int from = room();
    if (row instanceof SparseVector sparse) {
      Arrays.fill(values, from, from + features, 0); // a row of a cleared buffer may be there
      int[] indices = sparse.indices();
      for (int i = 0; i < indices.length; i++) {
        values[from + indices[i]] = scale.scaled(indices[i], sparse.values()[i]);
      }
    } else {
      scale.copyScaled(((DenseVector) row).values(), values, from);
    }
  }

  @Override
  void addFeatures(RowBlock from, int row) {
    int to = room();
    System.arraycopy(((DenseBlock) from).values(), row * features, values, to, features);
  }

  /** Where the next row's features go. */
  private int room() {
    int from = length;
    if ((long) from + features > values.length) {
      values = Arrays.copyOf(values, grown(values.length, (long) from + features));
    }
    length += features;
    return from;
  }

  @Override
  long bytes() {
    return 8L * length + 16L * rows();
  }

  @Override
  RowBlock block() {
    return new DenseBlock(features, trimmed(values, length), labels(), weights());
  }

  @Override
  RowBlock lent() {
    return new DenseBlock(features, values, labels(), weights());
  }

  @Override
  void clear() {
    super.clear();
    length = 0;
  }
}
