package org.sparkradam.ml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.ml.internal.fit.Outcome;
import org.sparkradam.ml.internal.fit.Trained;

/**
 * The models of one estimator under many param maps, trained together when the first is asked for
 * and handed out one by one. Thread-safe.
 *
 * @param <M> the models
 */
public final class LockstepModels<M> {
  private final Supplier<List<Outcome<M>>> training;
  private List<Outcome<M>> outcomes;
  private RuntimeException failure;

  private LockstepModels(Supplier<List<Outcome<M>>> training) {
    this.training = training;
  }

  /**
   * Of a stage, as {@link LockstepStage#fitMultiple} has them, or of a pipeline whose last
   * estimator is one: stages before it are fitted once for all maps that say the same of them.
   *
   * @param maps whose values go before the estimator's own
   * @throws IllegalArgumentException if it is another estimator
   */
  @SuppressWarnings("unchecked") // the models of a pipeline are pipelines' models
  public static <M extends Model<M>> LockstepModels<M> of(
      Estimator<M> estimator, Dataset<?> table, ParamMap... maps) {
    if (estimator instanceof LockstepStage<?>) {
      return ofStage((LockstepStage<M>) estimator, table, maps);
    }
    if (estimator instanceof Pipeline pipeline) {
      LockstepPipeline lockstep = new LockstepPipeline(pipeline);
      return new LockstepModels<>(() -> (List<Outcome<M>>) (List<?>) lockstep.models(table, maps));
    }
    throw new IllegalArgumentException(
        "estimator must be a stage of org.sparkradam.ml, or a pipeline whose last estimator is one,"
            + " but was "
            + estimator.getClass().getSimpleName());
  }

  /**
   * A copy of an estimator that {@link #of} takes, for models that are evaluated and dropped: they
   * have no training summaries.
   */
  public static <M extends Model<M>> Estimator<M> evaluatedOnly(Estimator<M> estimator) {
    Estimator<M> copy = estimator.copy(ParamMap.empty());
    lockstepStage(copy).stageParams().attachments.setEvaluatedOnly();
    return copy;
  }

  private static LockstepStage<?> lockstepStage(Estimator<?> estimator) {
    return estimator instanceof Pipeline pipeline
        ? LockstepPipeline.lockstepStage(pipeline)
        : (LockstepStage<?>) estimator;
  }

  static <M extends Model<M>> LockstepModels<M> ofStage(
      LockstepStage<M> stage, Dataset<?> table, ParamMap... maps) {
    return new LockstepModels<>(
        () -> fitted(Arrays.stream(maps).map(map -> copy(stage, map)).toList(), table));
  }

  @SuppressWarnings("unchecked") // a copy is of the same class
  private static <M extends Model<M>> LockstepStage<M> copy(LockstepStage<M> stage, ParamMap map) {
    return (LockstepStage<M>) stage.copy(map);
  }

  /** What fits of these stages come to. */
  @SuppressWarnings("unchecked") // all stages are estimators of their models
  static <M extends Model<M>> List<Outcome<M>> fitted(
      List<LockstepStage<M>> stages, Dataset<?> table) {
    stages.forEach(stage -> ((Estimator<M>) stage).transformSchema(table.schema()));
    List<Outcome<Trained<M>>> outcomes =
        new LockstepFits(table, Kernel.ofThisJvm())
            .train(stages.stream().map(LockstepStage::training).toList());
    return IntStream.range(0, stages.size())
        .mapToObj(i -> outcomes.get(i).map(trained -> model(stages.get(i), trained, table)))
        .toList();
  }

  /** As Spark makes it of what has been trained, with all params. */
  @SuppressWarnings("unchecked") // all stages are estimators of their models
  private static <M extends Model<M>> M model(
      LockstepStage<M> stage, Trained<M> trained, Dataset<?> table) {
    stage.stageParams().attachments.setTrained(trained);
    return ((Estimator<M>) stage).fit(table);
  }

  /**
   * That of a map; trains all of them, if none was asked for before.
   *
   * @param index of the map
   * @throws IllegalArgumentException if one of the maps asks for what cannot be
   * @throws org.sparkradam.train.DivergenceException if this fit diverges
   */
  public M model(int index) {
    return outcomes().get(index).orThrow();
  }

  /** Those of all maps. */
  List<M> all() {
    List<M> models = new ArrayList<>();
    outcomes().forEach(outcome -> models.add(outcome.orThrow()));
    return models;
  }

  private synchronized List<Outcome<M>> outcomes() {
    if (failure != null) {
      throw failure;
    }
    if (outcomes == null) {
      try {
        outcomes = training.get();
      } catch (RuntimeException e) {
        failure = e; // whoever asks next need not wait for it again
        throw e;
      }
    }
    return outcomes;
  }
}
