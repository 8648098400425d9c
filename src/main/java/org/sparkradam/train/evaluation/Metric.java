package org.sparkradam.train.evaluation;

import java.util.Locale;
import org.sparkradam.loss.kernel.LabelledRows;
import org.sparkradam.loss.kernel.Matrix;

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

    @Override
    public boolean isAtMostOne() {
      return false;
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

  /** Whether it cannot exceed 1, as a share of rows or pairs. */
  public boolean isAtMostOne() {
    return true;
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

  /** See {@link Metric#ACCURACY}. */
  private static final class AccuracyTally implements MetricTally {
    private static final long serialVersionUID = 1L;

    private final double[] right;
    private final double[] all;

    AccuracyTally(int vectors) {
      right = new double[vectors];
      all = new double[vectors];
    }

    @Override
    public MetricTally fresh() {
      return new AccuracyTally(right.length);
    }

    @Override
    public void add(int vector, LabelledRows rows, Matrix margins) {
      for (int row = 0; row < rows.rows(); row++) {
        all[vector] += rows.weight(row);
        if (likeliest(margins, row) == (int) rows.label(row)) {
          right[vector] += rows.weight(row);
        }
      }
    }

    /** The first of the largest margins; of one alone, whether it is above 0. */
    private static int likeliest(Matrix margins, int row) {
      double[] values = margins.values();
      int at = margins.from() + row;
      if (margins.rows() == 1) {
        return values[at] > 0 ? 1 : 0;
      }
      int likeliest = 0;
      for (int output = 1; output < margins.rows(); output++) {
        if (values[at + output * margins.columns()] > values[at + likeliest * margins.columns()]) {
          likeliest = output;
        }
      }
      return likeliest;
    }

    @Override
    public void merge(MetricTally other) {
      AccuracyTally that = (AccuracyTally) other;
      for (int i = 0; i < right.length; i++) {
        right[i] += that.right[i];
        all[i] += that.all[i];
      }
    }

    @Override
    public double value(int vector) {
      return right[vector] / all[vector];
    }
  }

  /** See {@link Metric#RMSE}. */
  private static final class RmseTally implements MetricTally {
    private static final long serialVersionUID = 1L;

    private final double[] squares;
    private final double[] all;

    RmseTally(int vectors) {
      squares = new double[vectors];
      all = new double[vectors];
    }

    @Override
    public MetricTally fresh() {
      return new RmseTally(squares.length);
    }

    @Override
    public void add(int vector, LabelledRows rows, Matrix margins) {
      for (int row = 0; row < rows.rows(); row++) {
        double error = margins.values()[margins.from() + row] - rows.label(row);
        squares[vector] += rows.weight(row) * error * error;
        all[vector] += rows.weight(row);
      }
    }

    @Override
    public void merge(MetricTally other) {
      RmseTally that = (RmseTally) other;
      for (int i = 0; i < squares.length; i++) {
        squares[i] += that.squares[i];
        all[i] += that.all[i];
      }
    }

    @Override
    public double value(int vector) {
      return Math.sqrt(squares[vector] / all[vector]);
    }
  }

  /** Which way a measure is better. */
  public enum Sense {
    LOWER_IS_BETTER {
      @Override
      public double gain(double from, double to) {
        return from - to;
      }
    },
    HIGHER_IS_BETTER {
      @Override
      public double gain(double from, double to) {
        return to - from;
      }
    };

    /** By how much the second value is better than the first; negative if it is worse. */
    public abstract double gain(double from, double to);
  }
}
