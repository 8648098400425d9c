package org.sparkradam.train.evaluation;

import java.util.Arrays;
import org.sparkradam.loss.kernel.LabelledRows;
import org.sparkradam.loss.kernel.Matrix;

/**
 * See {@link Metric#AUC}. Rows are counted in bins of their scores, whose edges are quantiles of a
 * sample's, each weight vector its own; rows of one bin count as ties. With 1000 bins the area is
 * off by some 1e-5 at most.
 */
final class AucTally implements MetricTally {
  private static final long serialVersionUID = 1L;
  private static final int BINS = 1000;

  /** For each weight vector the ascending edges between its bins. */
  private final double[][] edges;

  private final double[][] positives;
  private final double[][] negatives;

  private AucTally(double[][] edges) {
    this.edges = edges;
    positives = counts();
    negatives = counts();
  }

  /**
   * @param scores of each weight vector, those of some rows from all over the table; sorted here
   */
  static AucTally over(double[][] scores) {
    return new AucTally(Arrays.stream(scores).map(AucTally::quantiles).toArray(double[][]::new));
  }

  private static double[] quantiles(double[] values) {
    Arrays.sort(values);
    int count = Math.min(BINS - 1, values.length);
    double[] edges = new double[count];
    Arrays.setAll(edges, i -> values[(int) ((long) (i + 1) * values.length / (count + 1))]);
    return Arrays.stream(edges).distinct().toArray();
  }

  private double[][] counts() {
    return Arrays.stream(edges).map(e -> new double[2 * e.length + 1]).toArray(double[][]::new);
  }

  @Override
  public MetricTally fresh() {
    return new AucTally(edges);
  }

  @Override
  public void add(int vector, LabelledRows rows, Matrix margins) {
    for (int row = 0; row < rows.rows(); row++) {
      double[] counts = (rows.label(row) > 0.5 ? positives : negatives)[vector];
      counts[bin(edges[vector], RankingScore.of(margins, row))] += rows.weight(row);
    }
  }

  /** A score on an edge has a bin to itself: coarse scores are ties, not neighbours. */
  private static int bin(double[] edges, double score) {
    int found = Arrays.binarySearch(edges, score);
    return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
  }

  @Override
  public void merge(MetricTally other) {
    AucTally that = (AucTally) other;
    for (int v = 0; v < edges.length; v++) {
      for (int b = 0; b < positives[v].length; b++) {
        positives[v][b] += that.positives[v][b];
        negatives[v][b] += that.negatives[v][b];
      }
    }
  }

  @Override
  public double value(int vector) {
    double below = 0;
    double area = 0;
    double total = 0;
    for (int b = 0; b < positives[vector].length; b++) {
      area += positives[vector][b] * (below + negatives[vector][b] / 2.0);
      below += negatives[vector][b];
      total += positives[vector][b];
    }
    return area / (total * below);
  }
}
