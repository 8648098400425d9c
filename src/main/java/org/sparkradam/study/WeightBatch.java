package org.sparkradam.study;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.mllib.linalg.Vector;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Many weight vectors of one model, laid out by feature, so that a row's margins under all of them
 * are sums of contiguous runs. Immutable.
 */
final class WeightBatch implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int vectors;
  private final int outputs;

  /** Of feature j, the weights of every output of every vector. */
  private final double[][] byFeature;

  private WeightBatch(int vectors, int outputs, double[][] byFeature) {
    this.vectors = vectors;
    this.outputs = outputs;
    this.byFeature = byFeature;
  }

  static WeightBatch of(LinearModel model, List<double[]> weights) {
    int outputs = model.outputs();
    double[][] byFeature = new double[model.stride()][weights.size() * outputs];
    for (int v = 0; v < weights.size(); v++) {
      for (int i = 0; i < model.weightCount(); i++) {
        byFeature[i % model.stride()][v * outputs + i / model.stride()] = weights.get(v)[i];
      }
    }
    return new WeightBatch(weights.size(), outputs, byFeature);
  }

  int vectors() {
    return vectors;
  }

  int outputs() {
    return outputs;
  }

  /** Fills {@code margins}, one run of outputs a vector. */
  void margins(Vector features, double[] margins) {
    Arrays.fill(margins, 0);
    features.foreachActive(
        new AbstractFunction2<Object, Object, BoxedUnit>() {
          @Override
          public BoxedUnit apply(Object feature, Object value) {
            add(byFeature[(Integer) feature], (Double) value, margins);
            return BoxedUnit.UNIT;
          }
        });
  }

  private static void add(double[] weights, double value, double[] margins) {
    if (value != 0) {
      for (int i = 0; i < margins.length; i++) {
        margins[i] += value * weights[i];
      }
    }
  }
}
