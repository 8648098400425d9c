package org.sparkradam.study.convention;

import java.util.List;
import org.sparkradam.report.Figure;
import org.sparkradam.report.HtmlPage;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.report.TrialTables;

/** A comparison of conventions as a page to read. */
record ConventionPage(
    ConventionResult result, ConventionPlots plots, PlotRenderer renderer, RunDescription run) {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 520;
  private static final int PANEL_HEIGHT = 300;

  HtmlPage page() {
    TrialTables trials = new TrialTables(result.comparison(), SolverAtRate.of(result.comparison()));
    return new HtmlPage(
        "Which conventions matter on " + run.table() + "?",
        lead(),
        List.of(ConventionWords.count(result), ConventionWords.greatest(result)),
        List.of(
            ConventionTables.verdicts(result),
            effects(),
            losses(),
            trials.rates(),
            trials.trials()),
        run.settings(),
        run.command(),
        run.footer());
  }

  private String lead() {
    return "Libraries disagree on details of the same optimizer. Does it matter which one a user"
        + " takes? Each variant is compared with the solver that it adds one setting to. "
        + result.comparison().setting();
  }

  private Figure effects() {
    return new Figure(
        "Effect against learning rate",
        "Change of the mean test loss in percent, within its 95 % interval by bootstrap over"
            + " seeds; below the line is better. One panel a setting, all on the same axes.",
        plots.effects().stream().map(plot -> renderer.svg(plot, WIDTH, PANEL_HEIGHT)).toList());
  }

  private Figure losses() {
    return Figure.of(
        "Loss against learning rate",
        "Mean over seeds, the band from the lowest to the highest: how large the effects are beside"
            + " that of the rate.",
        renderer.svg(plots.losses(), WIDTH, HEIGHT));
  }
}
