package org.sparkradam.study.report;

import static org.sparkradam.report.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.report.Figure;
import org.sparkradam.report.HtmlPage;
import org.sparkradam.report.Part;
import org.sparkradam.report.Plot;
import org.sparkradam.report.PlotRenderer;
import org.sparkradam.report.RunDescription;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.Spread;
import org.sparkradam.study.TrialOutcome;

/** A comparison as a page to read: what was asked, what came out, pictures, tables, settings. */
final class ComparisonPage {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 360;

  private final ComparisonResult result;
  private final ComparisonPlots plots;
  private final PlotRenderer renderer;
  private final RunDescription run;
  private final List<SolverAtRate> groups;
  private final TrialTables tables;

  ComparisonPage(
      ComparisonResult result, ComparisonPlots plots, PlotRenderer renderer, RunDescription run) {
    this.result = result;
    this.plots = plots;
    this.renderer = renderer;
    this.run = run;
    this.groups = SolverAtRate.of(result);
    this.tables = new TrialTables(result, groups);
  }

  HtmlPage page() {
    return new HtmlPage(
        "How the solvers train on " + run.table(),
        lead(),
        answers(),
        List.of(
            bySteps(),
            toTheOptimum(),
            bySeconds(),
            byRate(),
            panels(),
            tables.rates(),
            tables.trials()),
        run.settings(),
        run.command(),
        run.footer());
  }

  private String lead() {
    ModelSpec model = result.model();
    return String.format(
        Locale.ROOT,
        "Which solver brings the %s of a %s down fastest and furthest, and how much"
            + " does the learning rate matter? Trained on %,d rows of %,d features, measured on"
            + " %,d other rows; trials of one seed share their start and every minibatch.",
        model.lossName().title(),
        model.title(),
        result.data().trainingRows(),
        model.features(),
        result.data().testRows());
  }

  private List<String> answers() {
    List<String> answers = new ArrayList<>();
    result.spec().solvers().stream()
        .map(solver -> SolverAtRate.best(groups, solver))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingDouble(group -> group.testLoss().mean()))
        .forEach(group -> answers.add(answer(group)));
    answers.add(optimum());
    long diverged = result.outcomes().stream().filter(TrialOutcome::diverged).count();
    if (diverged > 0) {
      answers.add(
          String.format(
              Locale.ROOT, "%d of %d trials diverged.", diverged, result.outcomes().size()));
    }
    return answers;
  }

  private String optimum() {
    ComparisonResult.Optimum optimum = result.optimum();
    return String.format(
        Locale.ROOT,
        "L-BFGS, which reads all rows at every step, reaches %s (%s %s) in %d iterations.",
        significant(optimum.test().loss()),
        result.metric().title(),
        significant(optimum.test().metric()),
        optimum.iterations());
  }

  private String answer(SolverAtRate best) {
    double[] means =
        groups.stream()
            .filter(group -> group.solver().equals(best.solver()))
            .mapToDouble(group -> group.diverged() > 0 ? Double.NaN : group.testLoss().mean())
            .toArray();
    Spread overRates = Spread.of(means);
    String worst =
        Double.isNaN(overRates.high())
            ? "and diverges at its worst"
            : "and %s at its worst".formatted(significant(overRates.high()));
    String reached =
        "%s reaches a test loss of %s"
            .formatted(best.solver().name(), significant(best.testLoss().mean()));
    return Double.isNaN(best.learningRate())
        ? reached + "."
        : "%s at learning rate %s, %s rate.".formatted(reached, best.learningRate(), worst);
  }

  private Part bySteps() {
    return figure(
        "Loss against steps",
        "Each solver at its best learning rate: the mean over seeds, the band from the lowest to"
            + " the highest seed.",
        plots.againstSteps());
  }

  private Part toTheOptimum() {
    return figure(
        "Distance to the optimum",
        "How far the training loss still is above that of L-BFGS, on a logarithmic scale.",
        plots.toTheOptimum());
  }

  private Part bySeconds() {
    return figure(
        "Loss against seconds",
        "The same curves by the time that training took; evaluation is not counted.",
        plots.againstSeconds());
  }

  private Part byRate() {
    return figure(
        "Final loss against learning rate",
        "The flatter the curve, the less the rate matters. Rates at which a trial diverged have"
            + " no point.",
        plots.againstLearningRate());
  }

  private Part panels() {
    return new Figure(
        "Every learning rate",
        "One panel a solver, all on the same axes.",
        plots.panels().stream().map(this::svg).toList());
  }

  private Part figure(String heading, String caption, Plot plot) {
    return Figure.of(heading, caption, svg(plot));
  }

  private String svg(Plot plot) {
    return renderer.svg(plot, WIDTH, HEIGHT);
  }
}
