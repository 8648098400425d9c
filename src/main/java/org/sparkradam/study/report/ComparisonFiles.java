package org.sparkradam.study.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkradam.report.Json;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.report.Palette;
import org.sparkradam.report.Plot;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.ReferenceLine;
import org.sparkradam.report.RunDescription;
import org.sparkradam.study.ComparisonResult;

/** Writes all that a comparison leaves: CSV, JSON, pictures and the page. */
public final class ComparisonFiles {
  private static final int WIDTH = 1120;
  private static final int HEIGHT = 720;

  private final OutputFolder folder;

  public ComparisonFiles(OutputFolder folder) {
    this.folder = folder;
  }

  /**
   * Writes every file.
   *
   * @param references what else the test loss is measured by
   * @param facts what run.json holds besides the result's own
   */
  public void write(
      ComparisonResult result,
      List<ReferenceLine> references,
      RunDescription run,
      Map<String, Object> facts) {
    folder.write("summary.csv", ComparisonTables.summary(result).toCsv());
    folder.write("curves.csv", ComparisonTables.curves(result).toCsv());
    Map<String, Object> json = new LinkedHashMap<>(facts);
    json.put("optimum", result.optimum());
    folder.write("run.json", Json.pretty(json));
    ComparisonPlots plots = new ComparisonPlots(result, references);
    Map<String, Plot> pictures = plots.all();
    PlotRenderer renderer = new PlotRenderer(Palette.of(List.copyOf(pictures.values())));
    pictures.forEach(
        (name, plot) -> folder.write(name + ".png", renderer.png(plot, WIDTH, HEIGHT)));
    folder.write("report.html", new ComparisonPage(result, plots, renderer, run).page().toHtml());
  }
}
