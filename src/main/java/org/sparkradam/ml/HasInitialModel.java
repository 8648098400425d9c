package org.sparkradam.ml;

import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.Param;
import org.sparkradam.ml.internal.param.ParamValue;

/**
 * A model that training goes on from: of Spark's, of the kind that the stage returns, and of as
 * many features, classes, factors or layers as the fit has.
 *
 * @param <S> the stage
 * @param <M> its models
 */
public interface HasInitialModel<S, M extends Model<M>> extends MiniBatchStage {
  /** See {@link #setInitialModelPath}. */
  default Param<String> initialModelPath() {
    return stageParams().initialModelPath;
  }

  /** See {@link #setInitialModelPath}. */
  default String getInitialModelPath() {
    return ParamValue.of(this, initialModelPath());
  }

  /**
   * A folder where the model was saved, on any Hadoop file system; each fit reads it anew. Refused
   * beside {@link #setInitialModel}. Not set: none.
   */
  default S setInitialModelPath(String value) {
    return ParamValue.set(this, initialModelPath(), value);
  }

  /** The model. No param: copies of the stage keep it, saving does not. Null: none. */
  @SuppressWarnings("unchecked") // S is the stage's own class
  default S setInitialModel(M model) {
    stageParams().attachments.setInitialModel(model);
    return (S) this;
  }
}
