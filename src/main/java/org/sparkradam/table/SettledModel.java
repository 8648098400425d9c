package org.sparkradam.table;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;

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
    if (stage instanceof ImputerModel imputer) {
      return imputer(imputer);
    }
    return stage instanceof StandardScalerModel scaler ? scaler(scaler) : stage;
  }

  /** As SQL, since Spark's lines differ in how an imputer is made of given values. */
  private static Transformer imputer(ImputerModel imputer) {
    Row means = imputer.surrogateDF().first();
    String imputed =
        IntStream.range(0, imputer.getInputCols().length)
            .mapToObj(
                i -> {
                  String input = imputer.getInputCols()[i];
                  double mean = means.getDouble(means.fieldIndex(input));
                  return String.format(
                      "coalesce(nanvl(%s, NULL), CAST('%s' AS DOUBLE)) AS %s",
                      input, rounded(mean, mean), imputer.getOutputCols()[i]);
                })
            .collect(joining(", "));
    return new SQLTransformer().setStatement("SELECT *, " + imputed + " FROM __THIS__");
  }

  private static Transformer scaler(StandardScalerModel scaler) {
    double[] std = scaler.std().toArray().clone();
    double[] mean = scaler.mean().toArray().clone();
    for (int i = 0; i < std.length; i++) {
      std[i] = std[i] <= CONSTANT * Math.abs(mean[i]) ? 0 : rounded(std[i], std[i]);
      mean[i] = rounded(mean[i], std[i] == 0 ? mean[i] : std[i]);
    }
    Vector stds = Vectors.dense(std);
    return new StandardScalerModel(scaler.uid(), stds, Vectors.dense(mean))
        .copy(scaler.extractParamMap());
  }

  /** The value to within a small power of two of the scale. */
  static double rounded(double value, double scale) {
    double quantum = Math.scalb(1.0, Math.getExponent(scale) - BITS);
    double steps = value / quantum;
    return Double.isFinite(steps) && scale != 0 ? Math.rint(steps) * quantum : value;
  }
}
