package org.sparkradam.study;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.mllib.regression.LabeledPoint;

/** What a comparison reports beside the loss. */
public enum Metric {
  /** Area under the ROC curve of the margins. */
  AUC {
    @Override
    MetricTally tally(LinearModel model, List<double[]> weights, List<LabeledPoint> sample) {
      return AucTally.over(WeightBatch.of(model, weights), sample);
    }

    /** From all over the table: the first rows of a sorted one tell nothing of the others. */
    @Override
    List<LabeledPoint> sample(JavaRDD<LabeledPoint> rows) {
      return rows.takeSample(false, SAMPLE, 1);
    }
  },
  /** Share of rows whose likeliest class is theirs. */
  ACCURACY {
    @Override
    MetricTally tally(LinearModel model, List<double[]> weights, List<LabeledPoint> sample) {
      return new AccuracyTally(weights.size());
    }
  },
  /** Root of the mean squared error, in units of the label. */
  RMSE {
    @Override
    MetricTally tally(LinearModel model, List<double[]> weights, List<LabeledPoint> sample) {
      return new RmseTally(weights.size());
    }
  };

  private static final int SAMPLE = 5000;

  /** The name in files: {@code auc}, {@code accuracy}, {@code rmse}. */
  public String title() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Rows that tell a tally where margins lie; none if it need not know. */
  List<LabeledPoint> sample(JavaRDD<LabeledPoint> rows) {
    return List.of();
  }

  /** An empty tally, with the sample of the rows that it will see. */
  abstract MetricTally tally(LinearModel model, List<double[]> weights, List<LabeledPoint> sample);
}
