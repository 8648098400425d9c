package org.sparkradam.fit;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
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
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.ml.HasTraining;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.train.DivergenceException;
import org.sparkradam.train.Resumption;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingPlan;
import org.sparkradam.train.TrainingState;

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
    StepLosses losses = new StepLosses(progress);
    ((HasTraining<?>) stage).setTrainingListener(new TimeLimit(spec.maxSeconds(), losses));
    long start = System.nanoTime();
    PredictionModel<Vector, ?> model = fitted(stage, table, spec);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new FittedModel(
        table,
        spec.model(),
        params(stage),
        losses.done().orElseGet(() -> nothing(table)),
        model,
        objective(model).orElseGet(losses::losses),
        seconds);
  }

  /** Some tables leave nothing to train, such as one whose second class weighs nothing. */
  private static TrainingPlan nothing(PreparedTable table) {
    JavaRDD<LabeledRow> rows = LabeledRow.of(table.training()).filter(row -> row.weight() > 0);
    return new TrainingPlan(0, 0, TrainingPlace.DRIVER, LabeledRow.fingerprint(rows));
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

  /** Tells a person how far a fit is, and keeps its losses. Not thread-safe. */
  private static final class StepLosses implements TrainingListener {
    private final Progress progress;

    private Optional<TrainingPlan> plan = Optional.empty();
    private double[] losses = {};

    StepLosses(Progress progress) {
      this.progress = progress;
    }

    /** The loss of each step's minibatch, without penalty, once training has ended. */
    double[] losses() {
      return losses.clone();
    }

    /** What was done, the steps being those that were made, once training has ended. */
    Optional<TrainingPlan> done() {
      return plan.map(told -> told.ended(losses.length));
    }

    @Override
    public void onPlan(TrainingPlan told) {
      plan = Optional.of(told);
    }

    @Override
    public void onResume(Resumption resumption) {
      progress.resumed(resumption);
    }

    @Override
    public void onState(TrainingState state) {
      long steps = plan.orElseThrow().steps();
      progress.training(
          String.format(Locale.ROOT, "step %d of %d", state.step(), steps),
          (double) state.step() / steps);
    }

    @Override
    public void onStop(TrainingState state, String reason) {
      losses = state.trials().get(0).history().losses();
    }
  }

  /**
   * Ends training, with the weights that it has, once its steps have lasted for long enough: those
   * before a resumption included.
   *
   * @param next told of all that happens
   */
  record TimeLimit(double seconds, TrainingListener next) implements TrainingListener {
    @Override
    public void onPlan(TrainingPlan plan) {
      next.onPlan(plan);
    }

    @Override
    public void onResume(Resumption resumption) {
      next.onResume(resumption);
    }

    @Override
    public void onState(TrainingState state) {
      if (state.seconds() >= seconds) {
        state.active().forEach(trial -> trial.finish("has trained for " + seconds + " s"));
      }
      next.onState(state);
    }

    @Override
    public void onStop(TrainingState state, String reason) {
      next.onStop(state, reason);
    }
  }
}
