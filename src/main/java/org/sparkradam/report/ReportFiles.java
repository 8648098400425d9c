package org.sparkradam.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sparkradam.report.chart.Drawing;
import org.sparkradam.report.chart.Palette;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.PlotRenderer;

/** Writes all that a report is made of: CSV, JSON, pictures and the page. */
public record ReportFiles(OutputFolder folder) {
  /** The page's file. */
  public static final String PAGE = "report.html";

  /**
   * Writes every file.
   *
   * @param facts what run.json holds, what the report adds left out
   */
  public void write(Report report, RunDescription run, Map<String, Object> facts) {
    report.tables().forEach((name, table) -> folder.write(name + ".csv", table.toCsv()));
    Map<String, Object> json = new LinkedHashMap<>(facts);
    json.putAll(report.facts());
    folder.write("run.json", Json.pretty(json));
    Map<String, Drawing> pictures = report.pictures();
    PlotRenderer renderer = new PlotRenderer(Palette.of(plots(pictures)));
    pictures.forEach(
        (name, drawing) ->
            folder.write(
                name + ".png", renderer.png(drawing, 2 * Figures.WIDTH, report.pictureHeight())));
    folder.write(PAGE, page(report, renderer, run).toHtml());
  }

  private static List<Plot> plots(Map<String, Drawing> pictures) {
    return pictures.values().stream()
        .flatMap(drawing -> drawing instanceof Plot plot ? Stream.of(plot) : Stream.empty())
        .toList();
  }

  /** The page alone. */
  public static HtmlPage page(Report report, RunDescription run) {
    return page(report, new PlotRenderer(Palette.of(plots(report.pictures()))), run);
  }

  private static HtmlPage page(Report report, PlotRenderer renderer, RunDescription run) {
    return new HtmlPage(
        report.title(run.table()),
        report.question(),
        report.answers(),
        report.parts(new Figures(renderer, report.height())),
        run.settings(),
        run.command(),
        run.footer());
  }
}
