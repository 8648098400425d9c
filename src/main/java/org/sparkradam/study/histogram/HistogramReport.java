package org.sparkradam.study.histogram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.Figures;
import org.sparkradam.report.Part;
import org.sparkradam.report.Report;
import org.sparkradam.report.chart.Drawing;
import org.sparkradam.report.chart.HeatMap;

/** What is told of the gradients' histograms. */
public final class HistogramReport implements Report {
  private final HistogramResult result;
  private final HistogramWords words;
  private final HistogramPlots plots;
  private final List<HeatMap> maps;
  private final HistogramTables tables;

  public HistogramReport(HistogramResult result) {
    this.result = result;
    this.words = new HistogramWords(result);
    this.plots = new HistogramPlots(result);
    this.maps = new HistogramHeatMaps(result).all();
    this.tables = new HistogramTables(result);
  }

  @Override
  public String title(String table) {
    return "Do the first steps distort the gradient on " + table + "?";
  }

  @Override
  public String question() {
    return String.format(
        Locale.ROOT,
        "The RAdam paper says that without warm-up Adam's first steps are so bad that within 10"
            + " updates the gradient's histogram is distorted, and that any of warm-up,"
            + " preconditioning (Adam-2k), a large ε (Adam-eps) and the rectifier prevents it. Does"
            + " that hold for a %s of %,d features on %,d training rows, at learning rate %s and"
            + " %,d rows a minibatch?",
        result.spec().model().title(),
        result.spec().model().features(),
        result.data().trainingRows(),
        result.spec().learningRates()[0],
        result.spec().batchSize());
  }

  @Override
  public List<String> answers() {
    return List.of(words.early(), words.end());
  }

  @Override
  public List<Part> parts(Figures figures) {
    return List.of(
        figures.of(
            "Histograms of the gradient over the steps",
            "The size |g| of the coordinates of the minibatch gradient, intercepts included, before"
                + " any penalty or clipping (the paper's figures 2 and 3). A column is a recorded"
                + " step, the first 11 of them singly; the gradient of step t is after t - 1"
                + " updates, and that of step 1 is the same for all. "
                + zeros()
                + " At either end up to 0.5 % of a column may lie outside the picture.",
            maps),
        figures.of(
            "Distance to the first histogram",
            "Wasserstein-1 on the logarithmic axis, from bins of 0.05 decades: the area between the"
                + " two cumulative shares, which is 1 where every coordinate is ten times as large."
                + " “minibatches alone” are the gradients of weights that stay at the start, over"
                + " the same rows. A histogram also moves because training succeeds. Step 1, at"
                + " distance 0, has no place on the logarithmic axis.",
            plots.distance()),
        figures.of(
            "Training loss",
            "Does a distorted gradient go with bad training (the paper's figure 1)? At each recorded"
                + " step the mean loss of the minibatches since the one before.",
            plots.loss()),
        tables.moves());
  }

  /** They have no logarithm. */
  private String zeros() {
    long zeros = first().mapToLong(LogHistogram::zeros).sum();
    long all = zeros + first().mapToLong(LogHistogram::nonZeros).sum();
    return "Coordinates that are exactly 0, as of features that no row of the minibatch has, are"
        + String.format(Locale.ROOT, " left out: %.1f %% at step 1.", 100.0 * zeros / all);
  }

  private Stream<LogHistogram> first() {
    return SolverHistograms.unmoved(result).histograms(0);
  }

  @Override
  public Map<String, CsvTable> tables() {
    return tables.files();
  }

  @Override
  public Map<String, Drawing> pictures() {
    Map<String, Drawing> all = new LinkedHashMap<>();
    maps.forEach(map -> all.put("histogram-" + (all.size() + 1), map));
    all.put("distance", plots.distance());
    all.put("loss", plots.loss());
    return all;
  }

  @Override
  public int height() {
    return 400;
  }

  /** A line a solver, means over seeds. */
  @Override
  public List<String> console() {
    List<String> lines = new ArrayList<>();
    lines.add("distance of the gradient's histogram from that of step 1, in decades");
    lines.addAll(tables.console());
    lines.add(words.early());
    lines.add(String.format(Locale.ROOT, "trained in %.1f s", result.seconds()));
    return lines;
  }
}
