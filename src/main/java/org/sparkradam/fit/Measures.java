package org.sparkradam.fit;

import java.util.List;
import java.util.Map;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.table.read.Task;

/** What there is to say of how a model predicts the rows of one table. */
interface Measures {
  /** Why there is nothing to be said. */
  String NOTHING = "none weighs anything";

  /** All that can be answered then. */
  String NO_ANSWER = "How good it is on the test rows is not defined, since " + NOTHING + ".";

  /** By the name of what is measured, the loss first. */
  Map<String, Measured> metrics();

  /** What came out, in one sentence. */
  String answer();

  /** Those that have something to show. */
  List<Picture> pictures();

  List<HtmlTable> tables();

  /**
   * Those of a task; one job.
   *
   * @param classNames by class; empty in a regression
   */
  static Measures of(Task task, ScoredRows scored, List<String> classNames) {
    return switch (task) {
      case BINARY -> new BinaryMeasures(scored, classNames);
      case MULTICLASS -> new MulticlassMeasures(scored, classNames);
      default -> new RegressionMeasures(scored);
    };
  }

  /**
   * A plot of a report.
   *
   * @param file its name there, without ending
   * @param caption says what to see in it
   */
  record Picture(String file, String heading, String caption, Plot plot) {}
}
