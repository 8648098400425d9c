package org.sparkradam.fit;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
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
}
