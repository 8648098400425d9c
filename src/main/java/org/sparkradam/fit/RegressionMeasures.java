package org.sparkradam.fit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sum;
import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.apache.spark.mllib.evaluation.RegressionMetrics;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.report.HtmlTable;
import scala.Tuple3;

/** Of numbers. */
final class RegressionMeasures implements Measures {
  private final Dataset<Row> scored;
  private final RegressionMetrics metrics;
  private final boolean empty;
  private final double variance;

  RegressionMeasures(Dataset<Row> scored) {
    this.scored = Measures.weighing(scored);
    this.metrics =
        new RegressionMetrics(
            this.scored
                .select("prediction", "label", "weight")
                .javaRDD()
                .map(row -> new Tuple3<>(row.getDouble(0), row.getDouble(1), row.getDouble(2)))
                .rdd(),
            false);
    this.empty = this.scored.isEmpty();
    this.variance = empty ? 0 : variance(this.scored);
  }

  /**
   * Of the labels; exactly 0 where all are alike, to whatever their mean is rounded, and NaN where
   * it is too large: an infinite one would leave nothing unexplained.
   */
  private static double variance(Dataset<Row> scored) {
    Row labels =
        scored
            .agg(expr("min(label) = max(label)"), expr("sum(weight * label) / sum(weight)"))
            .first();
    if (labels.getBoolean(0)) {
      return 0;
    }
    Column squares = col("weight").multiply(pow(col("label").minus(labels.getDouble(1)), 2));
    double variance = scored.agg(sum(squares).divide(sum(col("weight")))).first().getDouble(0);
    return Double.isFinite(variance) ? variance : Double.NaN;
  }

  @Override
  public Map<String, Measured> metrics() {
    Map<String, Measured> values = new LinkedHashMap<>();
    values.put("half squared error", ofAnyRows(() -> metrics.meanSquaredError() / 2));
    values.put("RMSE", rmse());
    values.put("MAE", mae());
    values.put("R²", r2());
    return values;
  }

  private Measured rmse() {
    return ofAnyRows(metrics::rootMeanSquaredError);
  }

  private Measured mae() {
    return ofAnyRows(metrics::meanAbsoluteError);
  }

  /**
   * Not Spark's own, which takes the sum of weights for a number of rows: of weights that sum to 1
   * it is infinite, and of smaller ones above 1.
   */
  private Measured r2() {
    if (!empty && variance == 0) {
      return Measured.notDefined("all their labels are alike");
    }
    return ofAnyRows(() -> 1 - metrics.meanSquaredError() / variance);
  }

  private Measured ofAnyRows(DoubleSupplier metric) {
    return empty ? Measured.notDefined(NOTHING) : Measured.of(metric.getAsDouble());
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
    return empty ? List.of() : new ResidualPictures(scored).all();
  }

  @Override
  public List<HtmlTable> tables() {
    return List.of();
  }
}
