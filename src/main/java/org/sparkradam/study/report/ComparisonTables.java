package org.sparkradam.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sparkradam.report.CsvTable;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.CurvePoint;
import org.sparkradam.study.Trial;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.train.evaluation.Metric;

/** The two CSV files of a comparison; their columns are a contract. */
public final class ComparisonTables {
  private static final List<String> SUMMARY =
      List.of(
          "trial",
          "solver",
          "learning_rate",
          "seed",
          "steps",
          "rows_seen",
          "train_loss",
          "test_loss",
          "test_metric",
          "metric",
          "diverged",
          "seconds");
  private static final List<String> CURVES =
      List.of(
          "trial",
          "step",
          "epoch",
          "rows_seen",
          "seconds",
          "train_loss",
          "test_loss",
          "test_metric");

  private ComparisonTables() {}

  /** A row a trial. */
  public static CsvTable summary(ComparisonResult result) {
    return new CsvTable(
        SUMMARY,
        result.outcomes().stream().map(outcome -> summary(outcome, result.metric())).toList());
  }

  private static List<Object> summary(TrialOutcome outcome, Metric metric) {
    Trial trial = outcome.trial();
    return Arrays.asList(
        trial.id(),
        trial.solver().name(),
        Double.isNaN(trial.learningRate()) ? null : trial.learningRate(),
        trial.seed(),
        outcome.run().steps(),
        Math.round(outcome.run().rowsSeen()),
        outcome.training().loss(),
        outcome.test().loss(),
        outcome.test().metric(),
        metric.title(),
        outcome.diverged(),
        outcome.run().seconds());
  }

  /** A row a point of every trial's curve. */
  public static CsvTable curves(ComparisonResult result) {
    List<List<Object>> rows = new ArrayList<>();
    for (TrialOutcome outcome : result.outcomes()) {
      for (CurvePoint point : outcome.curve()) {
        rows.add(curve(outcome.trial(), point));
      }
    }
    return new CsvTable(CURVES, rows);
  }

  private static List<Object> curve(Trial trial, CurvePoint point) {
    return Arrays.asList(
        trial.id(),
        point.step(),
        point.epoch(),
        Math.round(point.rowsSeen()),
        point.seconds(),
        point.training().loss(),
        point.test().loss(),
        point.test().metric());
  }
}
