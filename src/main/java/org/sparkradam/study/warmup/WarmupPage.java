package org.sparkradam.study.warmup;

import java.util.ArrayList;
import java.util.List;
import org.sparkradam.report.Figure;
import org.sparkradam.report.HtmlPage;
import org.sparkradam.report.Part;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.study.report.TrialTables;

/** The study as a page to read. */
final class WarmupPage {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 440;

  private final WarmupResult result;
  private final WarmupPlots plots;
  private final PlotRenderer renderer;
  private final RunDescription run;

  WarmupPage(WarmupResult result, WarmupPlots plots, PlotRenderer renderer, RunDescription run) {
    this.result = result;
    this.plots = plots;
    this.renderer = renderer;
    this.run = run;
  }

  HtmlPage page() {
    return new HtmlPage(
        "Which warm-up does Adam need on " + run.table() + ", if any?",
        lead(),
        answers(),
        parts(),
        run.settings(),
        run.command(),
        run.footer());
  }

  private String lead() {
    return "Adam is often started with small steps for a while, and somebody has to choose how long."
        + " RAdam and the untuned warm-ups (Ma & Yarats 2019) do without that choice; which of them"
        + " is to be taken, and what would tuning gain? "
        + result.comparison().setting()
        + absent();
  }

  /** The default list loses it in short runs, which a reader ought to know. */
  private String absent() {
    long steps = result.comparison().spec().limits().steps();
    return steps > 2000
            || result.rules().stream().anyMatch(rule -> rule.name().startsWith("adam-2k"))
        ? ""
        : " Adam-2k is not among them: its 2000 steps without movement would be the whole run.";
  }

  private List<String> answers() {
    List<String> answers = new ArrayList<>(new WarmupWords(result).answers());
    List<TrialOutcome> all = result.comparison().outcomes();
    long diverged = all.stream().filter(TrialOutcome::diverged).count();
    if (diverged > 0) {
      answers.add(diverged + " of " + all.size() + " trials diverged.");
    }
    return answers;
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(heatMaps());
    parts.add(new WarmupHtmlTables(result).rules());
    new ContestTable(result.recommendation()).table().ifPresent(parts::add);
    parts.add(differences());
    parts.add(new WarmupHtmlTables(result).differences(result.metric()));
    parts.add(new WarmupHtmlTables(result).differences(result.loss()));
    parts.add(new TrialTables(result.comparison(), SolverAtRate.of(result.comparison())).rates());
    return parts;
  }

  private Figure heatMaps() {
    return new Figure(
        "Rules and learning rates",
        "The mean over seeds at the end of training; dark is good. A rule that forgives a wrong"
            + " rate has a long dark row. A warm-up longer than the run was not over at its end.",
        plots.heatMaps().values().stream().map(map -> renderer.svg(map, WIDTH, HEIGHT)).toList());
  }

  private Figure differences() {
    return new Figure(
        "%s minus other rules".formatted(result.rAdam().name()),
        "Adam and its warm-ups; any other rules where there are none of these. At each rate the mean over pairs of one seed, and its 95 % interval by bootstrap over"
            + " seeds. Where a band keeps off 0, the difference is more than the seeds explain; no"
            + " point where a trial of either diverged.",
        plots.differences().values().stream()
            .map(plot -> renderer.svg(plot, WIDTH, HEIGHT))
            .toList());
  }
}
