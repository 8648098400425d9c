package org.sparkradam.fit;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.classification.TrainingSummary;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamPair;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.regression.LinearRegressionTrainingSummary;
import org.apache.spark.ml.util.HasTrainingSummary;
import org.sparkradam.block.LabeledRow;
import org.sparkradam.block.ScalaCollections;
import org.sparkradam.ml.HasTraining;
import org.sparkradam.table.BadInputException;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.train.DivergenceException;

/** Fits one stage to the training rows of a prepared table. */
public final class Fit {
  private Fit() {}

  /**
   * Refuses settings that are wrong by themselves, before anything is computed.
   *
   * @throws BadInputException if there are some
   */
  public static void check(FitSpec spec) {
    spec.stage();
  }

  /**
   * Fits.
   *
   * @param progress told of every step
   * @throws BadInputException if the stage refuses its settings or the rows, or training diverges
   */
  public static FittedModel of(PreparedTable table, FitSpec spec, Progress progress) {
    Estimator<?> stage = spec.stage();
    String fingerprint = LabeledRow.fingerprint(LabeledRow.of(table.training()));
    StepLosses losses = new StepLosses(progress);
    ((HasTraining<?>) stage).setTrainingListener(new TimeLimit(spec.maxSeconds(), losses));
    long start = System.nanoTime();
    PredictionModel<Vector, ?> model = fitted(stage, table, spec);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new FittedModel(
        table,
        fingerprint,
        spec.model(),
        params(stage),
        losses.done(),
        model,
        objective(model).orElseGet(losses::losses),
        seconds);
  }

  @SuppressWarnings("unchecked") // every stage's model predicts from vectors
  private static PredictionModel<Vector, ?> fitted(
      Estimator<?> stage, PreparedTable table, FitSpec spec) {
    try {
      return (PredictionModel<Vector, ?>) stage.fit(table.training());
    } catch (IllegalArgumentException e) {
      throw new BadInputException(option(e.getMessage(), spec) + e.getMessage(), e);
    } catch (DivergenceException e) {
      throw new BadInputException(e.getMessage() + "; see --learning-rate", e);
    }
  }

  /** What was typed of the param that a message begins with, if it was. */
  private static String option(String message, FitSpec spec) {
    return spec.settings().stream()
        .filter(setting -> message.startsWith(setting.param() + " "))
        .findFirst()
        .map(setting -> setting.option() + ": ")
        .orElse("");
  }

  private static SortedMap<String, String> params(Params stage) {
    SortedMap<String, String> params = new TreeMap<>();
    for (ParamPair<?> pair : ScalaCollections.asJava(stage.extractParamMap().toSeq())) {
      params.put(pair.param().name(), String.valueOf(pair.value()));
    }
    return params;
  }

  /**
   * At each step, from its training summary. Empty where the model has no summary, as that of a
   * regression's factorization machine.
   */
  private static Optional<double[]> objective(Model<?> model) {
    if (model instanceof HasTrainingSummary<?> trained && trained.hasSummary()) {
      Object summary = trained.summary();
      if (summary instanceof TrainingSummary classification) {
        return Optional.of(classification.objectiveHistory());
      } else if (summary instanceof LinearRegressionTrainingSummary regression) {
        return Optional.of(regression.objectiveHistory());
      }
    }
    return Optional.empty();
  }
}
