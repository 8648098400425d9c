package org.sparkradam.study.fit;

import static org.sparkradam.report.ReadableNumber.significant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.mllib.evaluation.RegressionMetrics;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.report.HtmlTable;
import scala.Tuple3;

/** Of numbers. */
final class RegressionMeasures implements Measures {
  private final Dataset<Row> scored;
  private final RegressionMetrics metrics;

  RegressionMeasures(Dataset<Row> scored) {
    this.scored = scored;
    this.metrics =
        new RegressionMetrics(
            scored
                .select("prediction", "label", "weight")
                .javaRDD()
                .map(row -> new Tuple3<>(row.getDouble(0), row.getDouble(1), row.getDouble(2)))
                .rdd(),
            false);
  }

  @Override
  public Map<String, Double> metrics() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("half squared error", metrics.meanSquaredError() / 2);
    values.put("RMSE", metrics.rootMeanSquaredError());
    values.put("MAE", metrics.meanAbsoluteError());
    values.put("R²", metrics.r2());
    return values;
  }

  @Override
  public String answer() {
    return "Its predictions are off by %s on average (RMSE %s), and explain %s %% of the label's"
            .formatted(
                significant(metrics.meanAbsoluteError()),
                significant(metrics.rootMeanSquaredError()),
                significant(100 * metrics.r2()))
        + " variance.";
  }

  @Override
  public List<Picture> pictures() {
    return new ResidualPictures(scored).all();
  }

  @Override
  public List<HtmlTable> tables() {
    return List.of();
  }
}
