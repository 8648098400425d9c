package org.sparkradam.study.sweep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkradam.report.Json;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.report.Palette;
import org.sparkradam.report.Plot;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;
import org.sparkradam.study.paired.DifferenceTables;
import org.sparkradam.study.report.ComparisonTables;

/** Writes all that a sweep leaves: CSV, JSON, pictures and the page. */
public final class SweepFiles {
  private static final int WIDTH = 1120;
  private static final int HEIGHT = 800;

  private final OutputFolder folder;

  public SweepFiles(OutputFolder folder) {
    this.folder = folder;
  }

  /**
   * Writes every file.
   *
   * @param facts what run.json holds
   */
  public void write(SweepResult result, RunDescription run, Map<String, Object> facts) {
    folder.write("summary.csv", ComparisonTables.summary(result.comparison()).toCsv());
    folder.write("curves.csv", ComparisonTables.curves(result.comparison()).toCsv());
    folder.write("ranges.csv", SweepTables.ranges(result).toCsv());
    folder.write("differences.csv", DifferenceTables.csv(SweepTables.differences(result)).toCsv());
    Map<String, Object> json = new LinkedHashMap<>(facts);
    result.alone().ifPresent(alone -> json.put("oneByOne", alone));
    folder.write("run.json", Json.pretty(json));
    SweepPlots plots = new SweepPlots(result);
    Map<String, Plot> pictures = plots.all();
    PlotRenderer renderer = new PlotRenderer(Palette.of(List.copyOf(pictures.values())));
    pictures.forEach(
        (name, plot) -> folder.write(name + ".png", renderer.png(plot, WIDTH, HEIGHT)));
    folder.write("report.html", new SweepPage(result, plots, renderer, run).page().toHtml());
  }
}
