package org.sparkradam.study;

import java.util.List;
import org.apache.spark.mllib.regression.LabeledPoint;

/** What a comparison reports beside the loss. */
public enum Metric {
  /** Area under the ROC curve of the margins. */
  AUC {
    @Override
    MetricTally tally(LinearModel model, List<double[]> weights, List<LabeledPoint> sample) {
      return AucTally.over(WeightBatch.of(model, weights), sample);
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

  /** The name in files: {@code auc}, {@code accuracy}, {@code rmse}. */
  public String title() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** An empty tally; the sample of rows tells it where margins lie. */
  abstract MetricTally tally(LinearModel model, List<double[]> weights, List<LabeledPoint> sample);
}
