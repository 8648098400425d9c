package org.sparkradam.loss.centring;

import java.util.stream.IntStream;
import org.sparkradam.loss.CoefficientOrder;
import org.sparkradam.loss.kernel.Check;

/**
 * Centres the features of a linear model with intercepts. Immutable.
 *
 * <p>A model of weights w and intercept b on x - m is the model of w and b - m·w on x. So a step
 * takes {@link #toBlocks} of the weights out, and corrects the gradient that comes back, for by the
 * chain rule ∂/∂w on centred features is ∂/∂w - m·∂/∂b on the blocks'; ∂/∂b is the same. Weights
 * after the intercepts, such as Huber's log σ, stay what they are. The same is done within every
 * task by Spark's aggregators in {@code org.apache.spark.ml.optim.aggregator}.
 */
public final class LinearCentring implements Centring {
  private final int features;

  /** Those whose means are not 0, and these means. */
  private final int[] centred;

  private final double[] means;
  private final int outputs;
  private final CoefficientOrder order;

  /**
   * @param means of the blocks' features, μ_j/σ_j where these are scaled by 1/σ_j; copied
   * @param outputs how many margins the model has
   * @param order of its coefficients
   * @throws IllegalArgumentException if there is not one output
   */
  public LinearCentring(double[] means, int outputs, CoefficientOrder order) {
    this.features = means.length;
    this.centred = IntStream.range(0, features).filter(j -> means[j] != 0).toArray();
    this.means = IntStream.of(centred).mapToDouble(j -> means[j]).toArray();
    this.outputs = Check.atLeast("number of outputs", outputs, 1);
    this.order = order;
  }

  /** Whether any feature is centred. */
  public boolean movesAny() {
    return means.length > 0;
  }

  /**
   * Weights on centred features as weights on the blocks' features.
   *
   * @throws IllegalArgumentException if the weights are less than coefficients and intercepts
   */
  @Override
  public void toBlocks(double[] centred, double[] ofBlocks) {
    shift(centred, -1, ofBlocks);
  }

  /**
   * Weights on the blocks' features as weights on centred features.
   *
   * @throws IllegalArgumentException if the weights are less than coefficients and intercepts
   */
  @Override
  public double[] toCentred(double[] ofBlocks) {
    double[] centred = new double[ofBlocks.length];
    shift(ofBlocks, 1, centred);
    return centred;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if it is shorter than coefficients and intercepts
   */
  @Override
  public void correct(double[] gradient, double[] centred) {
    correct(gradient);
  }

  /**
   * Makes the gradient with respect to the blocks' weights that with respect to the centred ones,
   * in place.
   *
   * @throws IllegalArgumentException if it is shorter than coefficients and intercepts
   */
  public void correct(double[] gradient) {
    checkLength(gradient);
    for (int output = 0; output < outputs; output++) {
      double ofIntercept = gradient[interceptAt(output)];
      for (int i = 0; i < means.length; i++) {
        gradient[coefficientAt(output, centred[i])] -= means[i] * ofIntercept;
      }
    }
  }

  private void shift(double[] weights, int sign, double[] shifted) {
    checkLength(weights);
    System.arraycopy(weights, 0, shifted, 0, weights.length);
    for (int output = 0; output < outputs; output++) {
      double shift = 0;
      for (int i = 0; i < means.length; i++) {
        shift += means[i] * weights[coefficientAt(output, centred[i])];
      }
      shifted[interceptAt(output)] += sign * shift;
    }
  }

  private int coefficientAt(int output, int feature) {
    return order.index(output, feature, outputs, features);
  }

  private int interceptAt(int output) {
    return outputs * features + output;
  }

  private void checkLength(double[] weights) {
    int least = interceptAt(outputs);
    if (weights.length < least) {
      throw Check.refusal("number of weights", weights.length, "at least " + least);
    }
  }
}
