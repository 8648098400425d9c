package org.sparkradam.ml;

import java.io.Serializable;
import java.util.Optional;
import org.apache.spark.ml.Model;
import org.sparkradam.optim.UpdateRule;
import org.sparkradam.train.TrainingListener;

/** What a stage holds beside its params: copies of the stage keep it, saved ones do not. */
final class Attachments implements Serializable {
  private static final long serialVersionUID = 1L;

  private transient TrainingListener listener;
  private Model<?> initialModel;
  private UpdateRule updateRule;
  private boolean evaluatedOnly;
  private transient Trained<?> trained;

  Optional<TrainingListener> listener() {
    return Optional.ofNullable(listener);
  }

  void setListener(TrainingListener value) {
    listener = value;
  }

  /**
   * The model to start from, if there is one.
   *
   * @param type of the stage's models
   */
  <M extends Model<M>> Optional<M> initialModel(Class<M> type) {
    return Optional.ofNullable(type.cast(initialModel));
  }

  void setInitialModel(Model<?> value) {
    initialModel = value;
  }

  /** The user's own rule, which counts in place of a solver's, if there is one. */
  Optional<UpdateRule> updateRule() {
    return Optional.ofNullable(updateRule);
  }

  void setUpdateRule(UpdateRule value) {
    updateRule = value;
  }

  /** That nobody will ask models for their training summaries. */
  void setEvaluatedOnly() {
    evaluatedOnly = true;
  }

  /** Spark plans queries for a summary, which takes as long as many a fit beside others. */
  void summarise(Runnable summary) {
    if (!evaluatedOnly) {
      summary.run();
    }
  }

  /** What the next fit has to return, which was trained beside others; not for copies. */
  void setTrained(Trained<?> value) {
    trained = value;
  }

  /**
   * What {@link #setTrained} left, once.
   *
   * @param <M> the stage's models
   */
  @SuppressWarnings("unchecked") // only the stage's own training leaves it
  <M> Optional<Trained<M>> takeTrained() {
    Optional<Trained<M>> taken = Optional.ofNullable((Trained<M>) trained);
    trained = null;
    return taken;
  }

  /** Hands all that is the user's to a copy of the stage, and returns the copy. */
  <S extends MiniBatchStage> S handTo(S copy) {
    copy.stageParams().attachments.listener = listener;
    copy.stageParams().attachments.initialModel = initialModel;
    copy.stageParams().attachments.updateRule = updateRule;
    copy.stageParams().attachments.evaluatedOnly = evaluatedOnly;
    return copy;
  }
}
