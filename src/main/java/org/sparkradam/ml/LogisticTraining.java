package org.sparkradam.ml;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.loss.Logistic;
import org.sparkradam.loss.MarginLoss;
import org.sparkradam.loss.Softmax;
import org.sparkradam.ml.internal.fit.Trained;
import org.sparkradam.ml.internal.model.LabelClasses;
import org.sparkradam.ml.internal.model.LabelKind;
import org.sparkradam.ml.internal.model.SparkModels;
import org.sparkradam.ml.internal.model.WarmStart;

/**
 * Trains what a {@link MiniBatchLogisticRegression} asks for.
 *
 * @param initial model to go on from
 */
record LogisticTraining(
    MiniBatchLogisticRegression stage, Optional<LogisticRegressionModel> initial)
    implements StageTraining<LogisticRegressionModel> {
  @Override
  public TrainingColumns columns(StructType table) {
    return TrainingColumns.of(stage, table, LabelKind.CLASS);
  }

  @Override
  public void check() {
    Thresholds.check(stage, stage.threshold(), stage.thresholds());
    StageOptimizer.check(stage);
  }

  @Override
  public PlannedFit<LogisticRegressionModel> plan(TrainingRows rows, Dataset<?> table) {
    LabelClasses classes = rows.classes(table);
    Thresholds.checkCount(stage, stage.thresholds(), classes.count());
    boolean multinomial = multinomial(classes.count());
    if (stage.getFitIntercept() && classes.constant() && initial.isEmpty()) {
      return new PlannedFit.Known<>(
          certain(multinomial, classes, rows.facts().featureMoments().size()));
    }
    LinearTraining.Objective objective =
        multinomial
            ? objective(
                new Softmax(classes.count()), rows, LinearTraining.Start.prior(classes.logPriors()))
            : objective(new Logistic(), rows, LinearTraining.Start.prior(classes.logOdds()));
    return new LinearTraining(stage, rows, objective)
        .plan(multinomial ? this::multinomial : this::binomial);
  }

  private boolean multinomial(int classes) {
    if (stage.getFamily().equals("binomial") && classes > 2) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "family must be multinomial or auto with the %d classes of label column '%s', but"
                  + " was binomial",
              classes,
              stage.getLabelCol()));
    }
    return stage.getFamily().equals("multinomial") || classes > 2;
  }

  /** No coefficient can be learned where all rows are of one class. */
  private Trained<LogisticRegressionModel> certain(
      boolean multinomial, LabelClasses classes, int features) {
    double[] none = new double[(multinomial ? classes.count() : 1) * features];
    LogisticRegressionModel model =
        multinomial
            ? SparkModels.multinomial(stage.uid(), none, classes.certain())
            : SparkModels.binomial(stage.uid(), none, classes.logOdds());
    return new Trained<>(model, new double[] {0});
  }

  private LinearTraining.Objective objective(
      MarginLoss loss, TrainingRows rows, LinearTraining.Start prior) {
    LinearTraining.Start start =
        initial
            .map(model -> start(model, loss.outputs(), rows.facts().featureMoments().size()))
            .orElse(prior);
    double l1 = stage.getRegParam() * stage.getElasticNetParam();
    return new LinearTraining.Objective(loss, 1, start, l1, stage.getRegParam() - l1);
  }

  private static LinearTraining.Start start(
      LogisticRegressionModel model, int outputs, int features) {
    WarmStart.requireSame("features", model.numFeatures(), features);
    WarmStart.requireSame("rows of coefficients", model.coefficientMatrix().numRows(), outputs);
    WarmStart.requireFinite(model.coefficientMatrix().toArray(), model.interceptVector().toArray());
    return new LinearTraining.Start(
        model.coefficientMatrix().transpose().toArray(),
        model.interceptVector().toArray(),
        new double[0]);
  }

  private LogisticRegressionModel binomial(LinearTraining.Weights weights) {
    return SparkModels.binomial(stage.uid(), weights.coefficients(), weights.intercepts()[0]);
  }

  /**
   * As in Spark, what the probabilities do not depend on is taken out: the intercepts' mean and,
   * where no penalty decides on it, that of each feature's coefficients.
   */
  private LogisticRegressionModel multinomial(LinearTraining.Weights weights) {
    double[] coefficients = weights.coefficients();
    double[] intercepts = weights.intercepts();
    int features = coefficients.length / intercepts.length;
    if (stage.getRegParam() == 0) {
      IntStream.range(0, features).forEach(j -> centre(coefficients, j, features));
    }
    centre(intercepts, 0, 1);
    return SparkModels.multinomial(stage.uid(), coefficients, intercepts);
  }

  /** Takes the mean out of every {@code stride}th value from {@code first}. */
  private static void centre(double[] values, int first, int stride) {
    double mean =
        IntStream.iterate(first, i -> i < values.length, i -> i + stride)
            .mapToDouble(i -> values[i])
            .average()
            .orElseThrow();
    for (int i = first; i < values.length; i += stride) {
      values[i] -= mean;
    }
  }
}
