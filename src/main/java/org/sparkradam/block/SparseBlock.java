package org.sparkradam.block;

/** Rows with only their active features stored (compressed sparse rows). */
public final class SparseBlock implements RowBlock {
  private static final long serialVersionUID = 1L;

  private final int features;

  /** Null where indices are the table's. */
  private final int[] columns;

  private final int[] rowStarts;
  private final int[] indices;

  /** Null where they are floats. */
  private final double[] values;

  /** Null where they are doubles. */
  private final float[] singles;

  private final double[] labels;
  private final double[] weights;

  /**
   * Takes the arrays over, without a copy.
   *
   * @param features of a row
   * @param rowStarts rows + 1 positions in {@code indices} and {@code values}: row i has those from
   *     {@code rowStarts[i]} to {@code rowStarts[i + 1]}, excluded
   * @param indices of the features, from 0, ascending within a row
   * @param values one an index
   * @param labels one a row
   * @param weights one a row, or null where all are 1
   * @throws IllegalArgumentException if the lengths do not agree
   */
  public SparseBlock(
      int features,
      int[] rowStarts,
      int[] indices,
      double[] values,
      double[] labels,
      double[] weights) {
    this(features, null, rowStarts, indices, values, labels, weights);
  }

  /**
   * Rows of a wide table, whose features have numbers of the block's own. Takes the arrays over,
   * without a copy.
   *
   * @param features of the table
   * @param columns the table's number of each of the block's features, ascending; null if they are
   *     the same
   * @param rowStarts rows + 1 positions in {@code indices} and {@code values}
   * @param indices places in {@code columns}, ascending within a row
   * @param values one an index
   * @param labels one a row
   * @param weights one a row, or null where all are 1
   * @throws IllegalArgumentException if the lengths do not agree
   */
  public SparseBlock(
      int features,
      int[] columns,
      int[] rowStarts,
      int[] indices,
      double[] values,
      double[] labels,
      double[] weights) {
    this(features, columns, rowStarts, indices, values, null, labels, weights);
    Shape.require("rowStarts", rowStarts.length, labels.length + 1L);
    Shape.requireAtLeast("indices", indices.length, rowStarts[labels.length]);
    Shape.require("values", values.length, indices.length);
    Shape.requireWeights(weights, labels.length);
  }

  private SparseBlock(
      int features,
      int[] columns,
      int[] rowStarts,
      int[] indices,
      double[] values,
      float[] singles,
      double[] labels,
      double[] weights) {
    this.features = features;
    this.columns = columns;
    this.rowStarts = rowStarts;
    this.indices = indices;
    this.values = values;
    this.singles = singles;
    this.labels = labels;
    this.weights = weights;
  }

  @Override
  public SparseBlock single() {
    float[] rounded = singles == null ? FeaturePrecision.rounded(values) : singles;
    return new SparseBlock(features, columns, rowStarts, indices, null, rounded, labels, weights);
  }

  @Override
  public int rows() {
    return labels.length;
  }

  @Override
  public int features() {
    return features;
  }

  @Override
  public int[] columns() {
    return columns;
  }

  @Override
  public double label(int row) {
    return labels[row];
  }

  @Override
  public double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  @Override
  public long bytes() {
    return (columns == null ? 0 : Shape.bytes(columns))
        + Shape.bytes(rowStarts)
        + Shape.bytes(indices)
        + (singles == null ? Shape.bytes(values) : Shape.bytes(singles))
        + Shape.bytes(labels)
        + Shape.bytes(weights);
  }

  /** Rows + 1 positions in {@link #indices} and {@link #values}. */
  public int[] rowStarts() {
    return rowStarts;
  }

  /** Places in {@link #columns} or, without these, features; ascending within a row. */
  public int[] indices() {
    return indices;
  }

  /** One an index; null where they are {@link #singles}. */
  public double[] values() {
    return values;
  }

  /** One an index; null where they are {@link #values}. */
  public float[] singles() {
    return singles;
  }

  /** One a row. */
  public double[] labels() {
    return labels;
  }

  /** One a row, or null where all are 1. */
  public double[] weights() {
    return weights;
  }
}
