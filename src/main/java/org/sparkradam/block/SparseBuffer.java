package org.sparkradam.block;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/** Rows with only their active features stored, as they come. */
final class SparseBuffer extends RowBuffer {
  private final int features;
  private int[] starts;
  private int[] indices;
  private double[] values;
  private int length;

  SparseBuffer(int features, int capacity, int entries) {
    super(capacity);
    this.features = features;
    this.starts = new int[capacity + 1];
    this.indices = new int[entries];
    this.values = new double[entries];
  }

  @Override
  void addFeatures(Vector row, IngestScale scale) {
    if (row instanceof SparseVector sparse) {
      int[] of = sparse.indices();
      reserve(of.length);
      for (int i = 0; i < of.length; i++) {
        addActive(of[i], sparse.values()[i], scale);
      }
    } else {
      double[] all = ((DenseVector) row).values();
      reserve(all.length);
      for (int i = 0; i < all.length; i++) {
        addActive(i, all[i], scale);
      }
    }
    end();
  }

  private void addActive(int feature, double value, IngestScale scale) {
    if (value != 0) {
      indices[length] = feature;
      values[length++] = scale.scaled(feature, value);
    }
  }

  @Override
  void addFeatures(RowBlock from, int row) {
    SparseBlock block = (SparseBlock) from;
    int begin = block.rowStarts()[row];
    int active = block.rowStarts()[row + 1] - begin;
    reserve(active);
    System.arraycopy(block.indices(), begin, indices, length, active);
    System.arraycopy(block.values(), begin, values, length, active);
    length += active;
    end();
  }

  private void reserve(int more) {
    if ((long) length + more > indices.length) {
      int grown = grown(indices.length, (long) length + more);
      indices = Arrays.copyOf(indices, grown);
      values = Arrays.copyOf(values, grown);
    }
  }

  private void end() {
    if (rows() >= starts.length) {
      starts = Arrays.copyOf(starts, grown(starts.length, rows() + 1L));
    }
    starts[rows()] = length;
  }

  @Override
  long bytes() {
    return 12L * length + 20L * rows();
  }

  @Override
  RowBlock block() {
    trim();
    return new SparseBlock(features, starts, indices, values, labels(), weights());
  }

  /** So what is made of a chunk is as wide as the features of its rows, and not as the table. */
  @Override
  RowBlock blockOfChunk() {
    trim();
    int[] columns = columns();
    if (columns.length == features) {
      return new SparseBlock(features, starts, indices, values, labels(), weights());
    }
    renumber(columns);
    return new SparseBlock(features, columns, starts, indices, values, labels(), weights());
  }

  /** The features that any row has, ascending. */
  private int[] columns() {
    BitSet seen = new BitSet(features);
    for (int feature : indices) {
      seen.set(feature);
    }
    return seen.stream().toArray();
  }

  private void renumber(int[] columns) {
    int[] places = new int[features];
    for (int place = 0; place < columns.length; place++) {
      places[columns[place]] = place;
    }
    for (int i = 0; i < length; i++) {
      indices[i] = places[indices[i]];
    }
  }

  private void trim() {
    if (indices.length > length) {
      indices = Arrays.copyOf(indices, length);
      values = Arrays.copyOf(values, length);
    }
    if (starts.length != rows() + 1) {
      starts = Arrays.copyOf(starts, rows() + 1);
    }
  }

  @Override
  RowBlock lent() {
    return new SparseBlock(
        features, Arrays.copyOf(starts, rows() + 1), indices, values, labels(), weights());
  }

  @Override
  void clear() {
    super.clear();
    length = 0;
  }
}
