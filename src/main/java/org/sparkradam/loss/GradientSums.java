package org.sparkradam.loss;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.sparkradam.loss.kernel.Check;
import org.sparkradam.loss.kernel.Workspace;

/**
 * What a task adds up over its rows for K weight vectors: each one's gradient and loss, and the
 * weights and the count of the rows, which are the same for all of them. Sums, not means.
 *
 * <p>Mutable and not safe among threads: one a task. It keeps the task's working arrays, too, which
 * are not serialized.
 */
public final class GradientSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[][] gradients;
  private final double[] losses;
  private double weight;
  private long rows;
  private transient Workspace workspace;

  /**
   * Nothing added yet.
   *
   * @throws IllegalArgumentException if there is not one vector, or not one weight
   */
  public GradientSums(int vectors, int weightCount) {
    Check.atLeast("number of weight vectors", vectors, 1);
    Check.atLeast("number of weights", weightCount, 1);
    gradients = new double[vectors][weightCount];
    losses = new double[vectors];
  }

  private GradientSums(double[][] gradients, double[] losses) {
    this.gradients = gradients;
    this.losses = losses;
  }

  /** K. */
  public int vectors() {
    return losses.length;
  }

  /** How many weights a vector has. */
  public int weightCount() {
    return gradients[0].length;
  }

  /** Of each vector Σ weight·∂loss/∂weights: not copied. */
  public double[][] gradients() {
    return gradients;
  }

  /** Of each vector Σ weight·loss: not copied. */
  public double[] losses() {
    return losses;
  }

  /** Σ weight over the rows. */
  public double weight() {
    return weight;
  }

  /** How many rows were added, those of weight 0 included. */
  public long rows() {
    return rows;
  }

  /** Counts rows whose gradients and losses were added. */
  public void count(double addedWeight, long addedRows) {
    weight += addedWeight;
    rows += addedRows;
  }

  /**
   * Adds the other's sums to these, entry by entry; the other is left as it is.
   *
   * @return this
   * @throws IllegalArgumentException if the other is of another shape
   */
  public GradientSums merge(GradientSums other) {
    Check.equal("number of weight vectors", other.vectors(), vectors());
    Check.equal("number of weights", other.weightCount(), weightCount());
    for (int k = 0; k < losses.length; k++) {
      losses[k] += other.losses[k];
      for (int i = 0; i < gradients[k].length; i++) {
        gradients[k][i] += other.gradients[k][i];
      }
    }
    count(other.weight, other.rows);
    return this;
  }

  /** The same sums with other gradients, such as those of some of the weights. */
  public GradientSums withGradients(UnaryOperator<double[]> change) {
    double[][] changed = Arrays.stream(gradients).map(change).toArray(double[][]::new);
    GradientSums other = new GradientSums(changed, losses);
    other.count(weight, rows);
    return other;
  }

  Workspace workspace() {
    if (workspace == null) {
      workspace = new Workspace();
    }
    return workspace;
  }
}
