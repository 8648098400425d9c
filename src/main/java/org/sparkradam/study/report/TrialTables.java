package org.sparkradam.study.report;

import java.util.List;
import java.util.Locale;
import org.sparkradam.report.Cell;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.EngineKind;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.Trial;
import org.sparkradam.study.TrialOutcome;

/**
 * The tables of a comparison's page.
 *
 * @param groups of the result
 */
public record TrialTables(ComparisonResult result, List<SolverAtRate> groups) {
  public HtmlTable rates() {
    List<List<Cell>> rows = groups.stream().map(this::rateRow).toList();
    return new HtmlTable(
        "Solvers and learning rates",
        "Means over seeds; each solver's best rate by test loss is marked.",
        List.of(
            "solver",
            "learning rate",
            "train loss",
            "test loss",
            "lowest",
            "highest",
            result.metric().title(),
            "seconds"),
        rows);
  }

  private List<Cell> rateRow(SolverAtRate group) {
    boolean best = SolverAtRate.best(groups, group.solver()).filter(group::equals).isPresent();
    Cell.Mark mark =
        group.diverged() > 0 ? Cell.Mark.DIVERGED : best ? Cell.Mark.BEST : Cell.Mark.NONE;
    return List.of(
        Cell.text(group.solver().name()),
        rateCell(group.learningRate()),
        Cell.number(group.trainLoss().mean()).marked(mark),
        (group.diverged() > 0
                ? Cell.text(
                    String.format(
                        Locale.ROOT,
                        "diverged (%d of %d)",
                        group.diverged(),
                        group.outcomes().size()))
                : Cell.number(group.testLoss().mean()))
            .marked(mark),
        Cell.number(group.testLoss().low()),
        Cell.number(group.testLoss().high()),
        Cell.number(group.testMetric().mean()),
        Cell.number(group.seconds().mean()));
  }

  public HtmlTable trials() {
    return new HtmlTable(
        "Trials",
        rowsSeenNote(),
        List.of(
            "trial",
            "solver",
            "learning rate",
            "seed",
            "steps",
            "rows seen",
            "train loss",
            "test loss",
            result.metric().title(),
            "seconds",
            "note"),
        result.outcomes().stream().map(this::trialRow).toList());
  }

  private static Cell rateCell(double rate) {
    return Double.isNaN(rate) ? Cell.text("none") : Cell.number(rate);
  }

  private String rowsSeenNote() {
    return result.spec().engine() == EngineKind.MLLIB
        ? "Every run; rows seen is the expected number, since MLlib draws each row by chance."
        : "Every run; seconds are a trial's share of the run in lock-step, evaluation not counted.";
  }

  private List<Cell> trialRow(TrialOutcome outcome) {
    Trial trial = outcome.trial();
    return List.of(
        Cell.number(trial.id()),
        Cell.text(trial.solver().name()),
        rateCell(trial.learningRate()),
        Cell.number(trial.seed()),
        Cell.number(outcome.run().steps()),
        Cell.number(Math.round(outcome.run().rowsSeen())),
        Cell.number(outcome.training().loss()),
        Cell.number(outcome.test().loss()),
        Cell.number(outcome.test().metric()),
        Cell.number(outcome.run().seconds()),
        Cell.text(outcome.run().divergence().map(why -> "diverged: " + why).orElse(""))
            .marked(outcome.diverged() ? Cell.Mark.DIVERGED : Cell.Mark.NONE));
  }
}
