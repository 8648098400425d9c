package org.sparkradam.study.variance;

import java.util.List;
import java.util.Map;
import org.sparkradam.report.Json;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.report.Palette;
import org.sparkradam.report.Plot;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;

/** Writes all that the study leaves: CSV, JSON, pictures and the page. */
public final class VarianceFiles {
  private static final int WIDTH = 1120;
  private static final int HEIGHT = 800;

  private final OutputFolder folder;

  public VarianceFiles(OutputFolder folder) {
    this.folder = folder;
  }

  /**
   * Writes every file.
   *
   * @param facts what run.json holds
   */
  public void write(SimulationResult result, RunDescription run, Map<String, Object> facts) {
    folder.write("variance.csv", VarianceTables.variance(result).toCsv());
    folder.write("independent.csv", VarianceTables.independent(result).toCsv());
    folder.write("approximation.csv", VarianceTables.approximation().toCsv());
    folder.write("run.json", Json.pretty(facts));
    VariancePlots plots = new VariancePlots(result);
    Map<String, Plot> pictures = plots.all();
    PlotRenderer renderer = new PlotRenderer(Palette.of(List.copyOf(pictures.values())));
    pictures.forEach(
        (name, plot) -> folder.write(name + ".png", renderer.png(plot, WIDTH, HEIGHT)));
    folder.write("report.html", new VariancePage(result, plots, renderer, run).page().toHtml());
  }
}
