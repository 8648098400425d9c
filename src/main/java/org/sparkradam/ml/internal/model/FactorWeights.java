package org.sparkradam.ml.internal.model;

import java.util.Arrays;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.sparkradam.loss.Term;

/**
 * A factorization machine on raw features.
 *
 * @param factors features × factors, feature after feature
 * @param linear one a feature, 0 where none are fitted
 * @param intercept 0 where none is fitted
 */
public record FactorWeights(double[] factors, double[] linear, double intercept) {
  /**
   * Those of a model of Spark's.
   *
   * @param factors features × factors
   */
  public static FactorWeights of(Matrix factors, Vector linear, double intercept) {
    // Row-major, whichever way the matrix is stored.
    return new FactorWeights(factors.transpose().toArray(), linear.toArray(), intercept);
  }

  /**
   * Refuses weights to go on from that do not fit.
   *
   * @throws IllegalArgumentException if they are of other sizes
   */
  public void check(int factorSize, int features) {
    WarmStart.requireSame("factors", this.factors.length / linear.length, factorSize);
    WarmStart.requireSame("features", linear.length, features);
  }

  /**
   * The weights of a factorization machine on scaled features and labels, as the loss lays them
   * out, in terms of those on raw ones. In units of the raw label a linear weight is unit·w·s, a
   * factor √unit·v·s, as two of them make a pair.
   *
   * @param scale of the features
   * @param labelUnit what labels are divided by
   */
  public record Units(
      double[] scale, double labelUnit, int factorSize, Term linear, Term intercept) {
    /** Weights on features as the table has them. */
    public FactorWeights toRaw(double[] weights) {
      double[] raw = weights.clone();
      for (int i = 0; i < raw.length; i++) {
        raw[i] *= unit(i);
      }
      int end = factors();
      return new FactorWeights(
          Arrays.copyOf(raw, end),
          linear == Term.FITTED
              ? Arrays.copyOfRange(raw, end, end + scale.length)
              : new double[scale.length],
          intercept == Term.FITTED ? raw[raw.length - 1] : 0);
    }

    /** Weights on scaled features, in the layout of the loss. */
    public double[] toScaled(FactorWeights raw) {
      double[] weights = Arrays.copyOf(raw.factors(), size());
      if (linear == Term.FITTED) {
        System.arraycopy(raw.linear(), 0, weights, factors(), scale.length);
      }
      if (intercept == Term.FITTED) {
        weights[weights.length - 1] = raw.intercept();
      }
      for (int i = 0; i < weights.length; i++) {
        weights[i] = unit(i) > 0 ? weights[i] / unit(i) : 0;
      }
      return weights;
    }

    /** What a weight is multiplied by to be the raw one, of each weight squared. */
    public double[] squares() {
      double[] squares = new double[size()];
      Arrays.setAll(squares, i -> unit(i) * unit(i));
      return squares;
    }

    private double unit(int index) {
      if (index < factors()) {
        return Math.sqrt(labelUnit) * scale[index / factorSize];
      }
      boolean ofFeature = linear == Term.FITTED && index < factors() + scale.length;
      return ofFeature ? labelUnit * scale[index - factors()] : labelUnit;
    }

    private int factors() {
      return scale.length * factorSize;
    }

    private int size() {
      return factors()
          + (linear == Term.FITTED ? scale.length : 0)
          + (intercept == Term.FITTED ? 1 : 0);
    }
  }
}
