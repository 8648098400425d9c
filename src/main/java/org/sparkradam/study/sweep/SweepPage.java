package org.sparkradam.study.sweep;

import java.util.ArrayList;
import java.util.List;
import org.sparkradam.report.Figure;
import org.sparkradam.report.HtmlPage;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.report.Plot;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.paired.DifferenceTables;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.report.TrialTables;

/** A sweep as a page to read. */
final class SweepPage {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 400;

  private final SweepResult result;
  private final SweepPlots plots;
  private final PlotRenderer renderer;
  private final RunDescription run;

  SweepPage(SweepResult result, SweepPlots plots, PlotRenderer renderer, RunDescription run) {
    this.result = result;
    this.plots = plots;
    this.renderer = renderer;
    this.run = run;
  }

  HtmlPage page() {
    TrialTables trials = new TrialTables(result.comparison(), SolverAtRate.of(result.comparison()));
    return new HtmlPage(
        "How much does the learning rate matter on " + run.table() + "?",
        lead(),
        answers(),
        List.of(
            byRate(),
            SweepTables.rangeTable(result),
            differences(),
            table(),
            trials.rates(),
            trials.trials()),
        run.settings(),
        run.command(),
        run.footer());
  }

  private String lead() {
    return "A good learning rate is found by trying. Is there a solver with which one may be wrong"
        + " about it? "
        + result.comparison().setting();
  }

  private List<String> answers() {
    List<String> answers = new ArrayList<>();
    answers.add(SweepWords.ranges(result.ranges(plots.metric())));
    answers.add(SweepWords.differences(result.differences(plots.metric()).get(0)));
    result.alone().map(SweepWords::alone).ifPresent(answers::add);
    return answers;
  }

  private Figure byRate() {
    return figure(
        "Result against learning rate",
        "Mean over seeds at the end of training, the band from the lowest to the highest seed. The"
            + " flatter and wider, the less the rate matters. A rate at which a trial diverged has"
            + " no point.",
        plots.quality(plots.metric()),
        plots.quality(plots.loss()));
  }

  private Figure differences() {
    String first = result.differences(plots.metric()).get(0).get(0).solver().name();
    return figure(
        first + " minus the others",
        "At each rate, paired by seed: the mean and its 95 % interval by bootstrap over seeds."
            + " Where the band keeps off 0, the difference is more than the seeds explain.",
        plots.difference(plots.metric()),
        plots.difference(plots.loss()));
  }

  private HtmlTable table() {
    Quality metric = plots.metric();
    return DifferenceTables.html(
        "The differences",
        "In %s; lowest and highest are the ends of the 95 %% interval.".formatted(metric.title()),
        result.differences(metric).stream().flatMap(List::stream).toList());
  }

  private Figure figure(String heading, String caption, Plot... shown) {
    return new Figure(
        heading,
        caption,
        List.of(shown).stream().map(plot -> renderer.svg(plot, WIDTH, HEIGHT)).toList());
  }
}
