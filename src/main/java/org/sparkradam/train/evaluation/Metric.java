package org.sparkradam.train.evaluation;

import java.util.Locale;

/** What is reported of a model beside its loss. Rows count by their weights. */
public enum Metric {
  /** Area under the ROC curve of a two-class model's scores. */
  AUC {
    @Override
    MetricTally tally(int vectors, double[][] sample) {
      return AucTally.over(sample);
    }

    @Override
    int sampleRows() {
      return 5000;
    }
  },
  /** Share of rows whose likeliest class is theirs. */
  ACCURACY {
    @Override
    MetricTally tally(int vectors, double[][] sample) {
      return new AccuracyTally(vectors);
    }
  },
  /** Root of the mean squared error of a margin. */
  RMSE {
    @Override
    MetricTally tally(int vectors, double[][] sample) {
      return new RmseTally(vectors);
    }

    @Override
    public Sense sense() {
      return Sense.LOWER_IS_BETTER;
    }
  };

  /** The name in files: {@code auc}, {@code accuracy}, {@code rmse}. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Which way it is better. */
  public Sense sense() {
    return Sense.HIGHER_IS_BETTER;
  }

  /** Rows that tell a tally where scores lie; 0 if it need not know. */
  int sampleRows() {
    return 0;
  }

  /**
   * An empty tally.
   *
   * @param sample of each weight vector the scores of so many rows
   */
  abstract MetricTally tally(int vectors, double[][] sample);
}
