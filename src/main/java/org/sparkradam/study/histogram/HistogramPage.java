package org.sparkradam.study.histogram;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sparkradam.report.Figure;
import org.sparkradam.report.HeatMap;
import org.sparkradam.report.HtmlPage;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;

/** The study as a page to read. */
final class HistogramPage {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 400;

  private final HistogramResult result;
  private final List<HeatMap> maps;
  private final HistogramPlots plots;
  private final PlotRenderer renderer;
  private final RunDescription run;

  HistogramPage(
      HistogramResult result,
      List<HeatMap> maps,
      HistogramPlots plots,
      PlotRenderer renderer,
      RunDescription run) {
    this.result = result;
    this.maps = maps;
    this.plots = plots;
    this.renderer = renderer;
    this.run = run;
  }

  HtmlPage page() {
    HistogramWords words = new HistogramWords(result);
    return new HtmlPage(
        "Do the first steps distort the gradient on " + run.table() + "?",
        lead(),
        List.of(words.early(), words.end()),
        List.of(histograms(), distance(), loss(), new HistogramHtmlTable(result).moves()),
        run.settings(),
        run.command(),
        run.footer());
  }

  private String lead() {
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

  private Figure histograms() {
    return new Figure(
        "Histograms of the gradient over the steps",
        "The size |g| of the coordinates of the minibatch gradient, intercepts included, before any"
            + " penalty or clipping (the paper's figures 2 and 3). A column is a recorded step, the"
            + " first 11 of them singly; the gradient of step t is after t - 1 updates, and that of"
            + " step 1 is the same for all. "
            + zeros()
            + " At either end up to 0.5 % of a column may lie outside the picture.",
        maps.stream().map(map -> renderer.svg(map, WIDTH, HEIGHT)).toList());
  }

  /** They have no logarithm. */
  private String zeros() {
    long zeros = first().mapToLong(GradientHistogram::zeros).sum();
    long all = zeros + first().mapToLong(GradientHistogram::nonZeros).sum();
    return "Coordinates that are exactly 0, as of features that no row of the minibatch has, are"
        + String.format(Locale.ROOT, " left out: %.1f %% at step 1.", 100.0 * zeros / all);
  }

  private Stream<GradientHistogram> first() {
    return SolverHistograms.unmoved(result).histograms(0);
  }

  private Figure distance() {
    return Figure.of(
        "Distance to the first histogram",
        "Wasserstein-1 on the logarithmic axis, from bins of 0.05 decades: the area between the two"
            + " cumulative shares, which is 1 where every coordinate is ten times as large."
            + " “minibatches alone” are the gradients of weights that stay at the start, over the"
            + " same rows. A histogram also moves because training succeeds. Step 1, at distance 0, has no place on the"
            + " logarithmic axis.",
        renderer.svg(plots.distance(), WIDTH, HEIGHT));
  }

  private Figure loss() {
    return Figure.of(
        "Training loss",
        "Does a distorted gradient go with bad training (the paper's figure 1)? At each recorded"
            + " step the mean loss of the minibatches since the one before.",
        renderer.svg(plots.loss(), WIDTH, HEIGHT));
  }
}
