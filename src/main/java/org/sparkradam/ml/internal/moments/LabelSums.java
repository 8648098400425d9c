package org.sparkradam.ml.internal.moments;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Mean and deviation of a label by the rows' weights and, if it stands for classes, the weight of
 * each. Not safe among threads.
 */
public final class LabelSums implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Classes below this are counted in an array, others, which may be far apart, in a map. */
  private static final int FEW = 1024;

  private final FeatureSums values = new FeatureSums(1);
  private double weightSquares;
  private final double[] few = new double[FEW];
  private final SortedMap<Integer, Double> others = new TreeMap<>();
  private int largest = -1;

  public void add(double label, double weight) {
    if (weight > 0) {
      values.add(0, label, weight);
      weightSquares += weight * weight;
    }
  }

  /**
   * @param weight may be 0: then only that there is such a class is known
   */
  public void addClass(int label, double weight) {
    largest = Math.max(largest, label);
    if (label < FEW) {
      few[label] += weight;
    } else {
      others.merge(label, weight, Double::sum);
    }
  }

  public void merge(LabelSums other) {
    values.merge(other.values);
    weightSquares += other.weightSquares;
    largest = Math.max(largest, other.largest);
    for (int label = 0; label < FEW; label++) {
      few[label] += other.few[label];
    }
    other.others.forEach((label, weight) -> others.merge(label, weight, Double::sum));
  }

  public double mean() {
    return values.mean(0);
  }

  /** Unbiased. */
  public double deviation() {
    double weight = values.weight(0);
    double freedom = weight - weightSquares / weight;
    return freedom > 0 ? Math.sqrt(values.squares(0) / freedom) : 0;
  }

  /** -1 if there is none. */
  public int largestClass() {
    return largest;
  }

  /** By class, up to the largest. */
  public double[] classWeights() {
    double[] weights = Arrays.copyOf(few, largest + 1);
    others.forEach((label, weight) -> weights[label] = weight);
    return weights;
  }
}
