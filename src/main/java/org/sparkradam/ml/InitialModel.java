package org.sparkradam.ml;

import java.util.Optional;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLReader;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.ml.internal.param.Validator;

/** The model that a fit goes on from, which its stage holds or knows the folder of. */
final class InitialModel {
  private InitialModel() {}

  static Param<String> path(Params owner) {
    return new Param<>(
        owner,
        "initialModelPath",
        "folder of a saved model of the same kind and shape to go on from; not set: none",
        Validator.path("initialModelPath"));
  }

  /**
   * The stage's, if it has one.
   *
   * @throws IllegalArgumentException if it has two, or if none of its kind is in the folder
   */
  static <M extends Model<M>> Optional<M> of(
      HasInitialModel<?, M> stage, Class<M> type, MLReader<M> reader) {
    Optional<M> held = stage.stageParams().attachments.initialModel(type);
    Optional<String> path = ParamValue.ifDefined(stage, stage.initialModelPath());
    if (held.isPresent() && path.isPresent()) {
      throw new IllegalArgumentException(
          "initialModelPath must not be set beside setInitialModel, but was " + path.get());
    }
    return path.isPresent() ? path.map(folder -> load(folder, type, reader)) : held;
  }

  // Scala declares none of the checked exceptions that reading throws.
  private static <M> M load(String path, Class<M> type, MLReader<M> reader) {
    try {
      return reader.load(path);
    } catch (Exception e) {
      throw new IllegalArgumentException(
          "initialModelPath must be the folder of a saved %s, but was %s: %s"
              .formatted(type.getSimpleName(), path, e.getMessage()),
          e);
    }
  }
}
