package org.sparkradam.ml;

import java.util.List;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;

/**
 * A stage that can be fitted with many param maps in one go.
 *
 * @param <M> its models
 */
public interface LockstepStage<M extends Model<M>> extends MiniBatchStage {
  /** Not for users: what a fit trains. */
  StageTraining<M> training();

  /**
   * Models of many param maps, each the one that {@code fit(table, map)} gives: with the portable
   * kernel to the bit, else to rounding. Maps that agree in rows, minibatches, seed and the model's
   * shape train side by side, so that a minibatch is read once for all of them; those that differ
   * there, and all with solver {@code lbfgs}, {@code checkpointDir}, {@code metricsPath} or a
   * training listener, train one after the other, on the same blocks where these are the same.
   *
   * @param maps whose values go before the stage's own
   * @return in the order of the maps
   * @throws IllegalArgumentException if one of the maps asks for what cannot be
   * @throws org.sparkradam.train.DivergenceException if one of the fits diverges
   */
  default List<M> fitMultiple(Dataset<?> table, ParamMap... maps) {
    return LockstepModels.ofStage(this, table, maps).all();
  }
}
