package org.sparkradam.block;

/** Rows with every feature stored. */
public final class DenseBlock implements RowBlock {
  private static final long serialVersionUID = 1L;

  private final int features;

  /** Null where features are floats. */
  private final double[] values;

  /** Null where features are doubles. */
  private final float[] singles;

  private final double[] labels;
  private final double[] weights;

  /**
   * Takes the arrays over, without a copy.
   *
   * @param features of a row
   * @param values row-major, rows × features; what is beyond is not looked at
   * @param labels one a row
   * @param weights one a row, or null where all are 1
   * @throws IllegalArgumentException if the lengths do not agree
   */
  public DenseBlock(int features, double[] values, double[] labels, double[] weights) {
    this(features, values, null, labels, weights);
    Shape.requireAtLeast("values", values.length, (long) labels.length * features);
    Shape.requireWeights(weights, labels.length);
  }

  private DenseBlock(
      int features, double[] values, float[] singles, double[] labels, double[] weights) {
    this.features = features;
    this.values = values;
    this.singles = singles;
    this.labels = labels;
    this.weights = weights;
  }

  @Override
  public DenseBlock single() {
    float[] rounded = singles == null ? FeaturePrecision.rounded(values) : singles;
    return new DenseBlock(features, null, rounded, labels, weights);
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
  public double label(int row) {
    return labels[row];
  }

  @Override
  public double weight(int row) {
    return weights == null ? 1 : weights[row];
  }

  @Override
  public long bytes() {
    return (singles == null ? Shape.bytes(values) : Shape.bytes(singles))
        + Shape.bytes(labels)
        + Shape.bytes(weights);
  }

  /** Row-major, rows × features; null where they are {@link #singles}. */
  public double[] values() {
    return values;
  }

  /** Row-major, rows × features; null where they are {@link #values}. */
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
