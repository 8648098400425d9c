package org.sparkradam.fit;

import org.apache.spark.sql.catalyst.util.ArrayData;

/** How far predicted numbers are off, and a sample of them. */
final class ErrorTally implements RowTally<ErrorTally> {
  private static final long serialVersionUID = 1L;

  private final ExactSum weight = new ExactSum();
  private final ExactSum squares = new ExactSum();
  private final ExactSum distances = new ExactSum();
  private final ResidualSample sample = new ResidualSample();
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;
  private double labelWeight;
  private double labelMean;
  private double labelSquares;

  @Override
  public void add(double label, double prediction, double rowWeight, ArrayData scores) {
    double error = label - prediction;
    weight.add(rowWeight);
    squares.add(rowWeight * error * error);
    distances.add(rowWeight * Math.abs(error));
    addLabels(rowWeight, label, 0);
    least = Math.min(least, label);
    most = Math.max(most, label);
    sample.add(prediction, label);
  }

  /** As Chan, Golub and LeVeque (1979) join moments. */
  private void addLabels(double moreWeight, double moreMean, double moreSquares) {
    double both = labelWeight + moreWeight;
    double apart = moreMean - labelMean;
    labelSquares += moreSquares + apart * apart * (labelWeight / both) * moreWeight;
    labelMean += apart * (moreWeight / both);
    labelWeight = both;
  }

  @Override
  public ErrorTally plus(ErrorTally other) {
    if (!other.isEmpty()) {
      weight.add(other.weight);
      squares.add(other.squares);
      distances.add(other.distances);
      addLabels(other.labelWeight, other.labelMean, other.labelSquares);
      least = Math.min(least, other.least);
      most = Math.max(most, other.most);
      sample.plus(other.sample);
    }
    return this;
  }

  boolean isEmpty() {
    return labelWeight == 0;
  }

  double meanSquare() {
    return squares.value() / weight.value();
  }

  double meanDistance() {
    return distances.value() / weight.value();
  }

  /**
   * Of the labels; exactly 0 where all are alike, to whatever their mean is rounded, and NaN where
   * it is too large: an infinite one would leave nothing unexplained.
   */
  double labelVariance() {
    if (least == most) {
      return 0;
    }
    double variance = labelSquares / labelWeight;
    return Double.isFinite(variance) ? variance : Double.NaN;
  }

  ResidualSample sample() {
    return sample;
  }
}
