package org.sparkradam.study;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.mllib.regression.LabeledPoint;

/**
 * See {@link Metric#AUC}. Margins are counted in bins whose edges are quantiles of a sample's
 * margins, each weight vector its own; rows of one bin count as ties. With 1000 bins the area is
 * off by some 1e-5 at most.
 */
final class AucTally implements MetricTally {
  private static final long serialVersionUID = 1L;
  private static final int BINS = 1000;

  /** For each weight vector the ascending edges between its bins. */
  private final double[][] edges;

  private final long[][] positives;
  private final long[][] negatives;

  private AucTally(double[][] edges) {
    this.edges = edges;
    positives = counts();
    negatives = counts();
  }

  static AucTally over(WeightBatch weights, List<LabeledPoint> sample) {
    double[][] margins = new double[weights.vectors()][sample.size()];
    double[] row = new double[weights.vectors()];
    for (int i = 0; i < sample.size(); i++) {
      weights.margins(sample.get(i).features(), row);
      for (int v = 0; v < row.length; v++) {
        margins[v][i] = row[v];
      }
    }
    return new AucTally(Arrays.stream(margins).map(AucTally::quantiles).toArray(double[][]::new));
  }

  private static double[] quantiles(double[] values) {
    Arrays.sort(values);
    int count = Math.min(BINS - 1, values.length);
    double[] edges = new double[count];
    Arrays.setAll(edges, i -> values[(int) ((long) (i + 1) * values.length / (count + 1))]);
    return Arrays.stream(edges).distinct().toArray();
  }

  private long[][] counts() {
    return Arrays.stream(edges).map(e -> new long[2 * e.length + 1]).toArray(long[][]::new);
  }

  @Override
  public MetricTally fresh() {
    return new AucTally(edges);
  }

  @Override
  public void add(int vector, double label, double[] margins, int from, int outputs) {
    int found = Arrays.binarySearch(edges[vector], margins[from]);
    // A margin on an edge has a bin to itself: coarse scores are ties, not neighbours.
    int bin = found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
    (label > 0.5 ? positives : negatives)[vector][bin]++;
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
