package org.sparkradam.fit;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.param.shared.HasProbabilityCol;
import org.apache.spark.ml.param.shared.HasRawPredictionCol;

/**
 * The columns that a model of Spark's adds, by the names that it gives them.
 *
 * @param probability a vector, one a class; absent where the model knows none or is told not to add
 *     it
 * @param raw likewise, of the scores that probabilities are made of
 */
record PredictedColumns(String prediction, Optional<String> probability, Optional<String> raw) {
  static PredictedColumns of(PredictionModel<?, ?> model) {
    return new PredictedColumns(
        model.getPredictionCol(),
        named(model instanceof HasProbabilityCol some ? some.getProbabilityCol() : ""),
        named(model instanceof HasRawPredictionCol some ? some.getRawPredictionCol() : ""));
  }

  /** Spark's models leave out a column whose name is empty. */
  private static Optional<String> named(String column) {
    return Optional.of(column).filter(name -> !name.isEmpty());
  }

  /** The vectors: probabilities first. */
  Stream<String> vectors() {
    return Stream.of(probability, raw).flatMap(Optional::stream);
  }
}
