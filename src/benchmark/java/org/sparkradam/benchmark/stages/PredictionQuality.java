package org.sparkradam.benchmark.stages;

import static org.apache.spark.ml.functions.vector_to_array;

import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How predictions are measured, by Spark's own evaluators: a loss and one metric besides. */
enum PredictionQuality {
  BINARY("log loss", "auc") {
    @Override
    double loss(Dataset<Row> predictions) {
      return logLoss(predictions);
    }

    @Override
    double metric(Dataset<Row> predictions) {
      return areaUnderRoc(predictions);
    }
  },
  MULTICLASS("log loss", "accuracy") {
    @Override
    double loss(Dataset<Row> predictions) {
      return logLoss(predictions);
    }

    @Override
    double metric(Dataset<Row> predictions) {
      return new MulticlassClassificationEvaluator()
          .setMetricName("accuracy")
          .evaluate(predictions);
    }
  },
  MARGIN("hinge loss", "auc") {
    @Override
    double loss(Dataset<Row> predictions) {
      return predictions
          .withColumn("margins", vector_to_array(predictions.col("rawPrediction"), "float64"))
          .selectExpr("avg(greatest(0, 1 - (2 * label - 1) * margins[1]))")
          .first()
          .getDouble(0);
    }

    @Override
    double metric(Dataset<Row> predictions) {
      return areaUnderRoc(predictions);
    }
  },
  REGRESSION("mean squared error", "r2") {
    @Override
    double loss(Dataset<Row> predictions) {
      return new RegressionEvaluator().setMetricName("mse").evaluate(predictions);
    }

    @Override
    double metric(Dataset<Row> predictions) {
      return new RegressionEvaluator().setMetricName("r2").evaluate(predictions);
    }
  };

  private final String lossName;
  private final String metricName;

  PredictionQuality(String lossName, String metricName) {
    this.lossName = lossName;
    this.metricName = metricName;
  }

  String lossName() {
    return lossName;
  }

  String metricName() {
    return metricName;
  }

  abstract double loss(Dataset<Row> predictions);

  abstract double metric(Dataset<Row> predictions);

  private static double logLoss(Dataset<Row> predictions) {
    return new MulticlassClassificationEvaluator().setMetricName("logLoss").evaluate(predictions);
  }

  private static double areaUnderRoc(Dataset<Row> predictions) {
    return new BinaryClassificationEvaluator().setNumBins(0).evaluate(predictions);
  }
}
