package org.sparkradam.table.feature;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;

/**
 * Frees a fitted preparation from the order in which partial sums were merged, which shows in the
 * last bits of its means and deviations and would else show in every bit of a model trained on it.
 */
final class SettledModel {
  /** Half of a double's precision: far above the noise, far below what matters. */
  private static final int BITS = 30;

  /** A deviation this small beside the mean is the noise of a constant column. */
  private static final double CONSTANT = 1e-12;

  private SettledModel() {}

  static PipelineModel of(PipelineModel fitted) {
    List<Transformer> stages = Stream.of(fitted.stages()).map(SettledModel::settled).toList();
    return new PipelineModel(fitted.uid(), stages);
  }

  private static Transformer settled(Transformer stage) {
    return stage instanceof StandardScalerModel scaler ? scaler(scaler) : stage;
  }

  private static Transformer scaler(StandardScalerModel scaler) {
    double[] std = scaler.std().toArray().clone();
    double[] mean = scaler.mean().toArray().clone();
    for (int i = 0; i < std.length; i++) {
      std[i] = deviation(mean[i], std[i]);
      mean[i] = mean(mean[i], std[i]);
    }
    Vector stds = Vectors.dense(std);
    return new StandardScalerModel(scaler.uid(), stds, Vectors.dense(mean))
        .copy(scaler.extractParamMap());
  }

  /** A deviation without the noise of its sum. */
  static double deviation(double mean, double deviation) {
    return deviation <= CONSTANT * Math.abs(mean) ? 0 : rounded(deviation, deviation);
  }

  /**
   * A mean without the noise of its sum.
   *
   * @param deviation as {@link #deviation} gives it
   */
  static double mean(double mean, double deviation) {
    return rounded(mean, deviation == 0 ? mean : deviation);
  }

  /** The value to within a small power of two of the scale. */
  static double rounded(double value, double scale) {
    double quantum = Math.scalb(1.0, Math.getExponent(scale) - BITS);
    double steps = value / quantum;
    return Double.isFinite(steps) && scale != 0 ? Math.rint(steps) * quantum : value;
  }
}
