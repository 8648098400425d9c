package org.sparkradam.study.convention;

import java.util.List;
import java.util.Map;
import org.sparkradam.report.Json;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.report.Palette;
import org.sparkradam.report.Plot;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;
import org.sparkradam.study.report.ComparisonTables;

/** Writes all that a comparison of conventions leaves: CSV, JSON, pictures and the page. */
public final class ConventionFiles {
  private static final int WIDTH = 1120;
  private static final int HEIGHT = 840;

  private final OutputFolder folder;

  public ConventionFiles(OutputFolder folder) {
    this.folder = folder;
  }

  /**
   * Writes every file.
   *
   * @param facts what run.json holds
   */
  public void write(ConventionResult result, RunDescription run, Map<String, Object> facts) {
    folder.write("summary.csv", ComparisonTables.summary(result.comparison()).toCsv());
    folder.write("curves.csv", ComparisonTables.curves(result.comparison()).toCsv());
    folder.write("effects.csv", ConventionTables.effects(result).toCsv());
    folder.write("run.json", Json.pretty(facts));
    ConventionPlots plots = new ConventionPlots(result);
    Map<String, Plot> pictures = plots.all();
    PlotRenderer renderer = new PlotRenderer(Palette.of(List.copyOf(pictures.values())));
    pictures.forEach(
        (name, plot) -> folder.write(name + ".png", renderer.png(plot, WIDTH, HEIGHT)));
    folder.write("report.html", new ConventionPage(result, plots, renderer, run).page().toHtml());
  }
}
