package org.sparkradam.benchmark.commands;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.sparkradam.report.CsvTable;

/** Seconds of commands, as a table for a console and as CSV with their phases. */
public record CommandTimes(List<Row> rows) {
  private static final List<String> HEADER =
      List.of("table", "side", "phase", "seconds", "repeats");

  /**
   * The runs of a table.
   *
   * @param ours runs of {@code train}
   * @param byHand runs of {@link HandWrittenPipeline}
   */
  public record Row(String table, List<TimedCommand> ours, List<TimedCommand> byHand) {
    /** Median of ours over that of the pipeline by hand. */
    double ratio() {
      return median(ours, TimedCommand::seconds) / median(byHand, TimedCommand::seconds);
    }
  }

  /** In Markdown: medians of the whole and of its phases. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add("| table | train, s | by hand, s | ratio | train's phases | by hand |");
    lines.add("|---|---|---|---|---|---|");
    for (Row row : rows) {
      lines.add(
          "| %s | %s | %s | %s | %s | %s |"
              .formatted(
                  row.table(),
                  significant(median(row.ours(), TimedCommand::seconds)),
                  significant(median(row.byHand(), TimedCommand::seconds)),
                  significant(row.ratio()),
                  phases(row.ours()),
                  phases(row.byHand())));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String phases(List<TimedCommand> runs) {
    List<String> told = new ArrayList<>();
    for (String phase : names(runs)) {
      told.add(phase + " " + significant(median(runs, run -> run.phases().get(phase))));
    }
    return String.join(", ", told);
  }

  private static Set<String> names(List<TimedCommand> runs) {
    return new LinkedHashSet<>(runs.get(0).phases().keySet());
  }

  /** One row a table, side and phase. */
  public String csv() {
    List<List<Object>> lines = new ArrayList<>();
    for (Row row : rows) {
      add(lines, row.table(), "train", row.ours());
      add(lines, row.table(), "by hand", row.byHand());
    }
    return new CsvTable(HEADER, lines).toCsv();
  }

  private static void add(
      List<List<Object>> lines, String table, String side, List<TimedCommand> runs) {
    for (String phase : names(runs)) {
      double seconds = median(runs, run -> run.phases().get(phase));
      lines.add(Arrays.asList(table, side, phase, seconds, runs.size()));
    }
  }

  private static double median(List<TimedCommand> runs, ToDoubleFunction<TimedCommand> seconds) {
    double[] sorted = runs.stream().mapToDouble(seconds).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
