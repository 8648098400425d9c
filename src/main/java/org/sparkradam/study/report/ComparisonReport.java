package org.sparkradam.study.report;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.report.Column;
import org.sparkradam.report.Columns;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.Figures;
import org.sparkradam.report.Part;
import org.sparkradam.report.Report;
import org.sparkradam.report.chart.Drawing;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.MeanAndRange;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.TrialOutcome;

/** What is told of a comparison that has a reference. */
public final class ComparisonReport implements Report {
  private final ComparisonResult result;
  private final ComparisonPlots plots;
  private final List<SolverAtRate> groups;
  private final TrialTables trials;

  /**
   * @param references what else the test loss is measured by
   */
  public ComparisonReport(ComparisonResult result, List<Plot.ReferenceLine> references) {
    this.result = result;
    this.plots = new ComparisonPlots(result, references);
    this.groups = SolverAtRate.of(result);
    this.trials = new TrialTables(result);
  }

  @Override
  public String title(String table) {
    return "How the solvers train on " + table;
  }

  @Override
  public String question() {
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

  @Override
  public List<String> answers() {
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
    MeanAndRange overRates = MeanAndRange.of(means);
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

  @Override
  public List<Part> parts(Figures figures) {
    return List.of(
        figures.of(
            "Loss against steps",
            "Each solver at its best learning rate: the mean over seeds, the band from the lowest to"
                + " the highest seed.",
            plots.againstSteps()),
        figures.of(
            "Distance to the optimum",
            "How far the training loss still is above that of L-BFGS, on a logarithmic scale.",
            plots.toTheOptimum()),
        figures.of(
            "Loss against seconds",
            "The same curves by the time that training took; evaluation is not counted.",
            plots.againstSeconds()),
        figures.of(
            "Final loss against learning rate",
            "The flatter the curve, the less the rate matters. Rates at which a trial diverged have"
                + " no point.",
            plots.againstLearningRate()),
        figures.of(
            "Every learning rate", "One panel a solver, all on the same axes.", plots.panels()),
        trials.rates(),
        trials.trials());
  }

  @Override
  public Map<String, CsvTable> tables() {
    return trials.files();
  }

  @Override
  public Map<String, Drawing> pictures() {
    return plots.all();
  }

  @Override
  public int height() {
    return 360;
  }

  @Override
  public Map<String, Object> facts() {
    return Map.of("optimum", result.optimum());
  }

  /** A line of the console. */
  private record Line(
      String solver, Object rate, double training, Object test, double metric, double seconds) {
    static Line of(SolverAtRate group) {
      return new Line(
          group.solver().name(),
          Double.isNaN(group.learningRate()) ? "" : String.valueOf(group.learningRate()),
          group.trainLoss().mean(),
          group.diverged() > 0 ? "diverged" : group.testLoss().mean(),
          group.testMetric().mean(),
          group.seconds().mean());
    }
  }

  /** A line a solver and rate, means over seeds. */
  @Override
  public List<String> console() {
    ComparisonResult.Optimum optimum = result.optimum();
    Line reference =
        new Line(
            result.model().referenceName(),
            "",
            optimum.training().loss(),
            optimum.test().loss(),
            optimum.test().metric(),
            optimum.seconds());
    return Columns.of(
            Column.of(Line::solver).consoleWords("solver", 16),
            Column.of(Line::rate).console("learning rate", 13),
            Column.of(Line::training).console("train loss", 12),
            Column.of(Line::test).console("test loss", 12),
            Column.of(Line::metric).console(result.metric().title(), 11),
            Column.of(Line::seconds).console("seconds", 9))
        .console(Stream.concat(groups.stream().map(Line::of), Stream.of(reference)).toList());
  }
}
