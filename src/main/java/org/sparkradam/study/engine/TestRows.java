package org.sparkradam.study.engine;

import org.sparkradam.table.BadInputException;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.train.evaluation.Metric;

/** What test rows must have, so that trials can be compared on them. */
final class TestRows {
  private TestRows() {}

  /**
   * @throws BadInputException if they leave the metric undefined whatever is predicted: best rates
   *     and differences would be those of no numbers
   */
  static void requireDefining(Metric metric, PreparedTable table) {
    long labels = table.test().where("weight > 0").select("label").distinct().limit(2).count();
    if (labels == 0) {
      throw refusal("weigh nothing, so that nothing can be measured", "that weigh something");
    }
    if (labels == 1 && metric == Metric.AUC) {
      throw refusal("are of one class, so that no AUC can be had", "with both");
    }
  }

  private static BadInputException refusal(String fault, String wanted) {
    return new BadInputException(
        "all test rows %s; give more rows, a larger --test-fraction, another --split-seed or --test-data %s"
            .formatted(fault, wanted));
  }
}
