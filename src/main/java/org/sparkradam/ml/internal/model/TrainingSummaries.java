package org.sparkradam.ml.internal.model;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import org.apache.spark.ml.classification.BinaryLogisticRegressionTrainingSummaryImpl;
import org.apache.spark.ml.classification.ClassificationModel;
import org.apache.spark.ml.classification.FMClassificationModel;
import org.apache.spark.ml.classification.FMClassificationTrainingSummary;
import org.apache.spark.ml.classification.FMClassificationTrainingSummaryImpl;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.classification.LinearSVCTrainingSummary;
import org.apache.spark.ml.classification.LinearSVCTrainingSummaryImpl;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.LogisticRegressionTrainingSummary;
import org.apache.spark.ml.classification.LogisticRegressionTrainingSummaryImpl;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationTrainingSummary;
import org.apache.spark.ml.classification.MultilayerPerceptronClassificationTrainingSummaryImpl;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.ml.regression.LinearRegressionTrainingSummary;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Option;
import scala.Tuple2;
import scala.Tuple3;

/**
 * Gives Spark's models their training summaries, whose constructors Scala keeps to Spark's own
 * packages and changes between its lines. Summaries predict when they are asked, and cache nothing.
 */
public final class TrainingSummaries {
  /** What stands where there are no standard errors of coefficients. */
  private static final double[] NO_ERRORS = {0};

  private TrainingSummaries() {}

  /**
   * @param model with its params set
   * @param table that it was trained on
   */
  public static void attach(
      LogisticRegressionModel model, Dataset<?> table, double[] objectiveHistory) {
    Tuple3<? extends ProbabilisticClassificationModel<?, ?>, String, String> predicting =
        model.findSummaryModel();
    Dataset<Row> predictions = predicting._1().transform(table);
    String weights = model.isDefined(model.weightCol()) ? model.getWeightCol() : "weightCol";
    LogisticRegressionTrainingSummary summary =
        model.numClasses() <= 2
            ? new BinaryLogisticRegressionTrainingSummaryImpl(
                predictions,
                predicting._2(),
                predicting._3(),
                model.getLabelCol(),
                model.getFeaturesCol(),
                weights,
                objectiveHistory)
            : new LogisticRegressionTrainingSummaryImpl(
                predictions,
                predicting._2(),
                predicting._3(),
                model.getLabelCol(),
                model.getFeaturesCol(),
                weights,
                objectiveHistory);
    model.setSummary(Option.apply(summary));
  }

  /**
   * @param model with its params set
   * @param table that it was trained on
   */
  public static void attach(
      LinearRegressionModel model, Dataset<?> table, double[] objectiveHistory) {
    Tuple2<LinearRegressionModel, String> predicting = model.findSummaryModelAndPredictionCol();
    Dataset<Row> predictions = predicting._1().transform(table);
    LinearRegressionTrainingSummary summary =
        regression(predicting._1(), predictions, predicting._2(), objectiveHistory);
    model.setSummary(Option.apply(summary));
  }

  /**
   * @param model with its params set
   * @param table that it was trained on
   * @param weightCol null if all rows weigh 1
   */
  public static void attach(
      MultilayerPerceptronClassificationModel model,
      Dataset<?> table,
      String weightCol,
      double[] objectiveHistory) {
    Tuple3<? extends ProbabilisticClassificationModel<?, ?>, String, String> predicting =
        model.findSummaryModel();
    MultilayerPerceptronClassificationTrainingSummary summary =
        new MultilayerPerceptronClassificationTrainingSummaryImpl(
            predicting._1().transform(table),
            predicting._3(),
            model.getLabelCol(),
            weightCol == null ? "" : weightCol,
            objectiveHistory);
    model.setSummary(Option.apply(summary));
  }

  /**
   * @param model with its params set
   * @param table that it was trained on
   * @param weightCol null if all rows weigh 1
   */
  public static void attach(
      FMClassificationModel model, Dataset<?> table, String weightCol, double[] objectiveHistory) {
    Tuple3<? extends ProbabilisticClassificationModel<?, ?>, String, String> predicting =
        model.findSummaryModel();
    FMClassificationTrainingSummary summary =
        new FMClassificationTrainingSummaryImpl(
            predicting._1().transform(table),
            predicting._2(),
            predicting._3(),
            model.getLabelCol(),
            weightCol == null ? "" : weightCol,
            objectiveHistory);
    model.setSummary(Option.apply(summary));
  }

  /**
   * @param model with its params set
   * @param table that it was trained on
   */
  public static void attach(LinearSVCModel model, Dataset<?> table, double[] objectiveHistory) {
    Tuple3<? extends ClassificationModel<?, ?>, String, String> predicting =
        model.findSummaryModel();
    LinearSVCTrainingSummary summary =
        new LinearSVCTrainingSummaryImpl(
            predicting._1().transform(table),
            predicting._2(),
            predicting._3(),
            model.getLabelCol(),
            model.isDefined(model.weightCol()) ? model.getWeightCol() : "",
            objectiveHistory);
    model.setSummary(Option.apply(summary));
  }

  /** Spark 3.5 takes the model, 4.x what it needs of it. */
  private static LinearRegressionTrainingSummary regression(
      LinearRegressionModel model, Dataset<Row> predictions, String column, double[] history) {
    Constructor<?> constructor = LinearRegressionTrainingSummary.class.getConstructors()[0];
    String label = model.getLabelCol();
    String features = model.getFeaturesCol();
    try {
      return (LinearRegressionTrainingSummary)
          (constructor.getParameterCount() == 7
              ? constructor.newInstance(
                  predictions, column, label, features, model, NO_ERRORS, history)
              : constructor.newInstance(
                  predictions,
                  column,
                  label,
                  features,
                  model.isDefined(model.weightCol()) ? model.getWeightCol() : "",
                  model.numFeatures(),
                  model.getFitIntercept(),
                  NO_ERRORS,
                  history,
                  coefficients(model)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Spark has another summary of linear regression", e);
    }
  }

  private static double[] coefficients(LinearRegressionModel model) {
    double[] coefficients = model.coefficients().toArray();
    double[] all = Arrays.copyOf(coefficients, coefficients.length + 1);
    all[coefficients.length] = model.intercept();
    return model.getFitIntercept() ? all : coefficients;
  }
}
