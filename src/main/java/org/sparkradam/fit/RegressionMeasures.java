package org.sparkradam.fit;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.sparkradam.report.HtmlTable;

/** Of numbers. */
final class RegressionMeasures implements Measures {
  private final ErrorTally rows;

  RegressionMeasures(ScoredRows scored) {
    this.rows = scored.tallied(new ErrorTally());
  }

  @Override
  public Map<String, Measured> metrics() {
    Map<String, Measured> values = new LinkedHashMap<>();
    values.put("half squared error", ofAnyRows(() -> rows.meanSquare() / 2));
    values.put("RMSE", rmse());
    values.put("MAE", mae());
    values.put("R²", r2());
    return values;
  }

  private Measured rmse() {
    return ofAnyRows(() -> Math.sqrt(rows.meanSquare()));
  }

  private Measured mae() {
    return ofAnyRows(rows::meanDistance);
  }

  /**
   * Not as Spark's, which takes the sum of weights for a number of rows: of weights that sum to 1
   * it is infinite, and of smaller ones above 1.
   */
  private Measured r2() {
    if (!rows.isEmpty() && rows.labelVariance() == 0) {
      return Measured.notDefined("all their labels are alike");
    }
    return ofAnyRows(() -> 1 - rows.meanSquare() / rows.labelVariance());
  }

  private Measured ofAnyRows(DoubleSupplier metric) {
    return rows.isEmpty() ? Measured.notDefined(NOTHING) : Measured.of(metric.getAsDouble());
  }

  @Override
  public String answer() {
    Measured rmse = rmse();
    if (!rmse.isDefined()) {
      return "How far its predictions are off is not defined on the test rows, since %s."
          .formatted(rmse.reason());
    }
    String off =
        "Its predictions are off by %s on average (RMSE %s)"
            .formatted(significant(mae().value()), significant(rmse.value()));
    Measured r2 = r2();
    return r2.isDefined()
        ? "%s, and explain %s %% of the label's variance."
            .formatted(off, significant(100 * r2.value()))
        : "%s. What they explain of the test rows' labels is not defined, since %s."
            .formatted(off, r2.reason());
  }

  @Override
  public List<Measures.Picture> pictures() {
    return rows.isEmpty() ? List.of() : new ResidualPictures(rows.sample()).all();
  }

  @Override
  public List<HtmlTable> tables() {
    return List.of();
  }

  /** How far predicted numbers are off, and a sample of them. */
  static final class ErrorTally implements RowTally<ErrorTally> {
    private static final long serialVersionUID = 1L;

    private final ExactSum weight = new ExactSum();
    private final ExactSum squares = new ExactSum();
    private final ExactSum distances = new ExactSum();
    private final ResidualSample sample = new ResidualSample();
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double labelWeight;
    private double labelMean;
    private double labelSquares;

    @Override
    public void add(double label, double prediction, double rowWeight, ArrayData scores) {
      double error = label - prediction;
      weight.add(rowWeight);
      squares.add(rowWeight * error * error);
      distances.add(rowWeight * Math.abs(error));
      addLabels(rowWeight, label, 0);
      least = Math.min(least, label);
      most = Math.max(most, label);
      sample.add(prediction, label);
    }

    /** As Chan, Golub and LeVeque (1979) join moments. */
    private void addLabels(double moreWeight, double moreMean, double moreSquares) {
      double both = labelWeight + moreWeight;
      double apart = moreMean - labelMean;
      labelSquares += moreSquares + apart * apart * (labelWeight / both) * moreWeight;
      labelMean += apart * (moreWeight / both);
      labelWeight = both;
    }

    @Override
    public ErrorTally plus(ErrorTally other) {
      if (!other.isEmpty()) {
        weight.add(other.weight);
        squares.add(other.squares);
        distances.add(other.distances);
        addLabels(other.labelWeight, other.labelMean, other.labelSquares);
        least = Math.min(least, other.least);
        most = Math.max(most, other.most);
        sample.plus(other.sample);
      }
      return this;
    }

    boolean isEmpty() {
      return labelWeight == 0;
    }

    double meanSquare() {
      return squares.value() / weight.value();
    }

    double meanDistance() {
      return distances.value() / weight.value();
    }

    /**
     * Of the labels; exactly 0 where all are alike, to whatever their mean is rounded, and NaN
     * where it is too large: an infinite one would leave nothing unexplained.
     */
    double labelVariance() {
      if (least == most) {
        return 0;
      }
      double variance = labelSquares / labelWeight;
      return Double.isFinite(variance) ? variance : Double.NaN;
    }

    ResidualSample sample() {
      return sample;
    }
  }
}
