package org.sparkradam.benchmark.stages;

import static org.sparkradam.report.text.ReadableNumber.fixed;
import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sparkradam.benchmark.stages.ContestResult.Score;
import org.sparkradam.report.CsvTable;

/** The results of contests, for a console and as CSV. */
public record ContestTable(List<ContestResult> results) {
  private static final List<String> HEADER =
      List.of(
          "table",
          "model",
          "side",
          "loss",
          "train_loss",
          "test_loss",
          "metric",
          "test_metric",
          "seconds",
          "tuned_train_loss",
          "gap");

  /** In Markdown: test loss, metric and seconds of either side, ours first. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| table, model | loss | ours | Spark's | metric | ours | Spark's | seconds: ours | Spark's"
            + " | above the tuned training loss |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|");
    results.forEach(result -> lines.add(line(result)));
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(ContestResult result) {
    PredictionQuality quality = result.contest().quality();
    Score ours = result.ours();
    Score theirs = result.theirs();
    return "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            result.contest().title(),
            quality.lossName(),
            significant(ours.testLoss()),
            significant(theirs.testLoss()),
            quality.metricName(),
            significant(ours.metric()),
            significant(theirs.metric()),
            significant(ours.seconds()),
            significant(theirs.seconds()),
            result.tunedLoss().isPresent() ? percent(result.gap()) : "");
  }

  private static String percent(double share) {
    return fixed("%.2f", 100 * share) + " %";
  }

  /** One row a side. */
  public String csv() {
    List<List<Object>> rows = new ArrayList<>();
    for (ContestResult result : results) {
      rows.add(row(result, "ours", result.ours(), result.tunedLoss().orElse(Double.NaN)));
      rows.add(row(result, "spark", result.theirs(), Double.NaN));
    }
    return new CsvTable(HEADER, rows).toCsv();
  }

  private static List<Object> row(ContestResult result, String side, Score score, double tuned) {
    Contest contest = result.contest();
    boolean none = Double.isNaN(tuned);
    return Arrays.asList(
        contest.table().name().toLowerCase(Locale.ROOT),
        contest.model(),
        side,
        contest.quality().lossName(),
        score.trainingLoss(),
        score.testLoss(),
        contest.quality().metricName(),
        score.metric(),
        score.seconds(),
        none ? null : tuned,
        none ? null : result.gap());
  }
}
