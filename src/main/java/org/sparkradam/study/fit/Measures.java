package org.sparkradam.study.fit;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.table.Task;

/** What there is to say of how a model predicts the rows of one table. */
interface Measures {
  /** Values by the name of what is measured, the loss first. */
  Map<String, Double> metrics();

  /** What came out, in one sentence. */
  String answer();

  List<Picture> pictures();

  List<HtmlTable> tables();

  /**
   * Those of a task.
   *
   * @param scored as {@link ScoredRows} makes them; read several times
   * @param classNames by class; empty in a regression
   */
  static Measures of(Task task, Dataset<Row> scored, List<String> classNames) {
    return switch (task) {
      case BINARY -> new BinaryMeasures(scored, classNames);
      case MULTICLASS -> new MulticlassMeasures(scored, classNames);
      default -> new RegressionMeasures(scored);
    };
  }
}
