package org.sparkradam.study.warmup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkradam.report.Json;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.report.Palette;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;
import org.sparkradam.study.paired.DifferenceTables;
import org.sparkradam.study.report.ComparisonTables;

/** Writes all that the study leaves: CSV, JSON, pictures and the page. */
public final class WarmupFiles {
  private static final int WIDTH = 1120;
  private static final int HEIGHT = 880;

  private final OutputFolder folder;

  public WarmupFiles(OutputFolder folder) {
    this.folder = folder;
  }

  /**
   * Writes every file.
   *
   * @param facts what run.json holds besides the recommendation
   */
  public void write(WarmupResult result, RunDescription run, Map<String, Object> facts) {
    folder.write("summary.csv", ComparisonTables.summary(result.comparison()).toCsv());
    folder.write("curves.csv", ComparisonTables.curves(result.comparison()).toCsv());
    folder.write("rules.csv", WarmupTables.rules(result).toCsv());
    folder.write("differences.csv", DifferenceTables.csv(result.differences()).toCsv());
    Map<String, Object> json = new LinkedHashMap<>(facts);
    json.put(
        "recommended", result.recommendation().rules().stream().map(WarmupRule::name).toList());
    json.put("decidedBy", result.recommendation().basis().title());
    folder.write("run.json", Json.pretty(json));
    writePictures(result, run);
  }

  private void writePictures(WarmupResult result, RunDescription run) {
    WarmupPlots plots = new WarmupPlots(result);
    PlotRenderer renderer = new PlotRenderer(Palette.of(List.copyOf(plots.differences().values())));
    plots
        .heatMaps()
        .forEach((name, map) -> folder.write(name + ".png", renderer.png(map, WIDTH, HEIGHT)));
    plots
        .differences()
        .forEach((name, plot) -> folder.write(name + ".png", renderer.png(plot, WIDTH, HEIGHT)));
    folder.write("report.html", new WarmupPage(result, plots, renderer, run).page().toHtml());
  }
}
