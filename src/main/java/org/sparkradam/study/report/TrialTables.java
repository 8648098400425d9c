package org.sparkradam.study.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sparkradam.report.Cell;
import org.sparkradam.report.Column;
import org.sparkradam.report.Columns;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.Curve;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.Trial;
import org.sparkradam.study.TrialOutcome;

/** The tables that every study of trials has; the columns of files are a contract. */
public final class TrialTables {
  private final ComparisonResult result;
  private final List<SolverAtRate> groups;

  public TrialTables(ComparisonResult result) {
    this.result = result;
    this.groups = SolverAtRate.of(result);
  }

  /** A row a trial, and a row a point of every trial's curve. */
  public Map<String, CsvTable> files() {
    Map<String, CsvTable> files = new LinkedHashMap<>();
    files.put("summary", outcomes().csv(result.outcomes()));
    files.put("curves", curves());
    return files;
  }

  /** Every run, for a page. */
  public HtmlTable trials() {
    return outcomes()
        .html(
            "Trials",
            result.spec().engine() == ComparisonSpec.EngineKind.MLLIB
                ? "Every run; rows seen is the expected number, since MLlib draws each row by chance."
                : "Every run; seconds are a trial's share of the run in lock-step, evaluation not counted.",
            result.outcomes());
  }

  private Columns<TrialOutcome> outcomes() {
    String metric = result.metric().title();
    return Columns.of(
        Column.<TrialOutcome>of(one -> one.trial().id()).csv("trial").page("trial"),
        Column.<TrialOutcome>of(one -> one.trial().solver().name()).csv("solver").page("solver"),
        Column.<TrialOutcome>of(one -> one.trial().learningRate())
            .csv("learning_rate")
            .page("learning rate", one -> rateCell(one.trial().learningRate())),
        Column.<TrialOutcome>of(one -> one.trial().seed()).csv("seed").page("seed"),
        Column.<TrialOutcome>of(one -> one.run().steps()).csv("steps").page("steps"),
        Column.<TrialOutcome>of(one -> Math.round(one.run().rowsSeen()))
            .csv("rows_seen")
            .page("rows seen"),
        Column.<TrialOutcome>of(one -> one.training().loss()).csv("train_loss").page("train loss"),
        Column.<TrialOutcome>of(one -> one.test().loss()).csv("test_loss").page("test loss"),
        Column.<TrialOutcome>of(one -> one.test().metric()).csv("test_metric").page(metric),
        Column.<TrialOutcome>of(one -> metric).csv("metric"),
        Column.of(TrialOutcome::diverged).csv("diverged"),
        Column.<TrialOutcome>of(one -> one.run().seconds()).csv("seconds").page("seconds"),
        Column.<TrialOutcome>of(
                one -> one.run().divergence().map(why -> "diverged: " + why).orElse(""))
            .page("note", TrialTables::note));
  }

  private static Cell rateCell(double rate) {
    return Double.isNaN(rate) ? Cell.text("none") : Cell.number(rate);
  }

  private static Cell note(TrialOutcome one) {
    return Cell.text(one.run().divergence().map(why -> "diverged: " + why).orElse(""))
        .marked(one.diverged() ? Cell.Mark.DIVERGED : Cell.Mark.NONE);
  }

  /** A point of a trial's curve. */
  private record TrialPoint(Trial trial, Curve.Point point) {}

  private CsvTable curves() {
    return Columns.of(
            Column.<TrialPoint>of(one -> one.trial().id()).csv("trial"),
            Column.<TrialPoint>of(one -> one.point().step()).csv("step"),
            Column.<TrialPoint>of(one -> one.point().epoch()).csv("epoch"),
            Column.<TrialPoint>of(one -> Math.round(one.point().rowsSeen())).csv("rows_seen"),
            Column.<TrialPoint>of(one -> one.point().seconds()).csv("seconds"),
            Column.<TrialPoint>of(one -> one.point().training().loss()).csv("train_loss"),
            Column.<TrialPoint>of(one -> one.point().test().loss()).csv("test_loss"),
            Column.<TrialPoint>of(one -> one.point().test().metric()).csv("test_metric"))
        .csv(
            result.outcomes().stream()
                .flatMap(
                    one -> one.curve().stream().map(point -> new TrialPoint(one.trial(), point)))
                .toList());
  }

  /** Means over seeds, for a page. */
  public HtmlTable rates() {
    return Columns.of(
            Column.<SolverAtRate>of(one -> one.solver().name()).page("solver"),
            Column.of(SolverAtRate::learningRate)
                .page("learning rate", one -> rateCell(one.learningRate())),
            Column.<SolverAtRate>of(one -> one.trainLoss().mean())
                .page("train loss", one -> Cell.number(one.trainLoss().mean()).marked(mark(one))),
            Column.<SolverAtRate>of(one -> one.testLoss().mean())
                .page("test loss", one -> testLoss(one).marked(mark(one))),
            Column.<SolverAtRate>of(one -> one.testLoss().low()).page("lowest"),
            Column.<SolverAtRate>of(one -> one.testLoss().high()).page("highest"),
            Column.<SolverAtRate>of(one -> one.testMetric().mean()).page(result.metric().title()),
            Column.<SolverAtRate>of(one -> one.seconds().mean()).page("seconds"))
        .html(
            "Solvers and learning rates",
            "Means over seeds; each solver's best rate by test loss is marked.",
            groups);
  }

  private Cell.Mark mark(SolverAtRate group) {
    boolean best = SolverAtRate.best(groups, group.solver()).filter(group::equals).isPresent();
    return group.diverged() > 0 ? Cell.Mark.DIVERGED : best ? Cell.Mark.BEST : Cell.Mark.NONE;
  }

  private static Cell testLoss(SolverAtRate group) {
    return group.diverged() == 0
        ? Cell.number(group.testLoss().mean())
        : Cell.text(
            String.format(
                Locale.ROOT, "diverged (%d of %d)", group.diverged(), group.outcomes().size()));
  }
}
