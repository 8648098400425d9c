package org.sparkradam.ml;

import org.apache.spark.ml.classification.BinaryLogisticRegressionTrainingSummaryImpl;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.LogisticRegressionTrainingSummary;
import org.apache.spark.ml.classification.LogisticRegressionTrainingSummaryImpl;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Option;
import scala.Tuple3;

/**
 * Gives Spark's models their training summaries, whose constructors Scala keeps to Spark's own
 * packages and changes between its lines. Summaries predict when they are asked, and cache nothing.
 */
final class TrainingSummaries {
  private TrainingSummaries() {}

  /**
   * @param model with its params set
   * @param table that it was trained on
   */
  static void attach(LogisticRegressionModel model, Dataset<?> table, double[] objectiveHistory) {
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
}
