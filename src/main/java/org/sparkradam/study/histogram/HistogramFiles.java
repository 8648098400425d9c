package org.sparkradam.study.histogram;

import java.util.List;
import java.util.Map;
import org.sparkradam.report.HeatMap;
import org.sparkradam.report.Json;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.report.Palette;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;

/** Writes all that the study leaves: CSV, JSON, pictures and the page. */
public final class HistogramFiles {
  private static final int WIDTH = 1120;
  private static final int HEIGHT = 800;

  private final OutputFolder folder;

  public HistogramFiles(OutputFolder folder) {
    this.folder = folder;
  }

  /**
   * Writes every file.
   *
   * @param facts what run.json holds
   */
  public void write(HistogramResult result, RunDescription run, Map<String, Object> facts) {
    folder.write("histograms.csv", HistogramTables.histograms(result).toCsv());
    folder.write("distances.csv", HistogramTables.distances(result).toCsv());
    folder.write("run.json", Json.pretty(facts));
    List<HeatMap> maps = new HistogramHeatMaps(result).all();
    HistogramPlots plots = new HistogramPlots(result);
    PlotRenderer renderer = new PlotRenderer(Palette.of(List.of(plots.distance(), plots.loss())));
    for (int i = 0; i < maps.size(); i++) {
      folder.write("histogram-" + (i + 1) + ".png", renderer.png(maps.get(i), WIDTH, HEIGHT));
    }
    folder.write("distance.png", renderer.png(plots.distance(), WIDTH, HEIGHT));
    folder.write("loss.png", renderer.png(plots.loss(), WIDTH, HEIGHT));
    folder.write(
        "report.html", new HistogramPage(result, maps, plots, renderer, run).page().toHtml());
  }
}
