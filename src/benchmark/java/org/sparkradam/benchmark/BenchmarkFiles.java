package org.sparkradam.benchmark;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.Json;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.report.chart.Axis;
import org.sparkradam.report.chart.Palette;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.PlotRenderer;
import org.sparkradam.report.chart.Series;

/** What a benchmark leaves: a table in the console and as CSV, JSON, a picture. */
public record BenchmarkFiles(List<Finding> findings) {
  private static final int WIDTH = 1120;
  private static final int HEIGHT = 1000;
  private static final List<String> HEADER =
      List.of(
          "part", "unit", "ours", "ours_value", "theirs", "theirs_value", "ratio", "asked", "met");

  /**
   * Writes every file.
   *
   * @param facts what run.json holds besides the findings
   */
  public void write(OutputFolder folder, Map<String, Object> facts) {
    folder.write("benchmark.csv", new CsvTable(HEADER, rows()).toCsv());
    Map<String, Object> json = new LinkedHashMap<>(facts);
    json.put("findings", findings);
    folder.write("run.json", Json.pretty(json));
    Plot plot = plot();
    if (!plot.series().isEmpty()) {
      PlotRenderer renderer = new PlotRenderer(Palette.of(List.of(plot)));
      folder.write("benchmark.png", renderer.png(plot, WIDTH, HEIGHT));
    }
  }

  /** The table for a console. */
  public String text() {
    List<String> lines = new ArrayList<>();
    for (Finding f : findings) {
      lines.add(
          "%-10s %s: %s %s%s"
              .formatted(
                  f.part(), f.ours().of(), significant(f.ours().value()), f.unit(), compared(f)));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String compared(Finding f) {
    if (Double.isNaN(f.theirs().value())) {
      return "";
    }
    String asked =
        f.asked().exists() ? "; asked %s, met: %s".formatted(f.asked().text(), f.met()) : "";
    return "; %s: %s %s; ratio %s%s"
        .formatted(
            f.theirs().of(),
            significant(f.theirs().value()),
            f.unit(),
            significant(f.ratio()),
            asked);
  }

  private List<List<Object>> rows() {
    return findings.stream().map(BenchmarkFiles::row).toList();
  }

  private static List<Object> row(Finding f) {
    boolean alone = Double.isNaN(f.theirs().value());
    return Arrays.asList(
        f.part(),
        f.unit(),
        f.ours().of(),
        f.ours().value(),
        alone ? null : f.theirs().of(),
        alone ? null : f.theirs().value(),
        alone ? null : f.ratio(),
        f.asked().exists() ? f.asked().text() : null,
        f.asked().exists() ? f.met() : null);
  }

  /** Every ratio in units of its bound, so that one line bounds them all. */
  private Plot plot() {
    List<Series> series = new ArrayList<>();
    for (Finding f : findings.stream().filter(finding -> finding.asked().exists()).toList()) {
      int line = series.size() + 1;
      String name = String.format(Locale.ROOT, "%d %s (%s)", line, f.ours().of(), f.asked().text());
      series.add(Series.line(name, new double[] {line}, new double[] {f.excess()}));
    }
    return new Plot(
        "What was measured, in units of what is asked",
        Axis.linear("line of the legend"),
        Axis.log("measured / asked"),
        series,
        List.of(new Plot.ReferenceLine("asked for", 1)));
  }
}
