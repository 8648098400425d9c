package org.sparkradam.study.warmup;

import static org.sparkradam.report.ReadableNumber.significant;

import java.util.List;
import java.util.stream.Stream;
import org.sparkradam.report.Cell;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.paired.GoodRange;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RateDifference;

/** The tables of the page; the CSV files have every digit. */
record WarmupHtmlTables(WarmupResult result) {
  /** What each rule reaches, and how far its rate may be off. */
  HtmlTable rules() {
    Quality quality = result.metric();
    return new HtmlTable(
        "Every rule at its best rate",
        "Means over seeds at the rate with the best mean %s, and the rates around it within 1 %% of"
                .formatted(quality.title())
            + " that mean, between two rates that were tried by interpolation; \"at least\" where"
            + " the range ends with the rates that were tried. The table of solvers and learning"
            + " rates, the last one, marks the best rate by test loss, which may be another.",
        List.of(
            "rule",
            "to choose",
            "best rate",
            quality.title(),
            "lowest seed",
            "highest seed",
            "good rates",
            "powers of ten"),
        result.rules().stream().map(rule -> row(rule, quality)).toList());
  }

  private List<Cell> row(WarmupRule rule, Quality quality) {
    return rule.best(quality).map(best -> row(rule, best, quality)).orElseGet(() -> diverged(rule));
  }

  private List<Cell> row(WarmupRule rule, SolverAtRate best, Quality quality) {
    GoodRange range = rule.goodRange(quality).orElseThrow();
    Cell.Mark mark =
        result.recommendation().rules().contains(rule) ? Cell.Mark.BEST : Cell.Mark.NONE;
    return List.of(
        Cell.text(rule.name()).marked(mark),
        Cell.text(RuleName.of(rule.name()).choices()),
        Cell.number(best.learningRate()),
        Cell.number(quality.over(best).mean()).marked(mark),
        Cell.number(quality.over(best).low()),
        Cell.number(quality.over(best).high()),
        Cell.text(RuleWords.rates(range)),
        Cell.text(RuleWords.decades(range)));
  }

  private static List<Cell> diverged(WarmupRule rule) {
    Cell none = Cell.absent();
    return List.of(
        Cell.text(rule.name()),
        Cell.text(RuleName.of(rule.name()).choices()),
        none,
        Cell.text("diverged").marked(Cell.Mark.DIVERGED),
        none,
        none,
        Cell.text("none"),
        Cell.text("none"));
  }

  /** RAdam minus every rule, a column a rate. */
  HtmlTable differences(Quality quality) {
    List<List<RateDifference>> differences = result.differences(quality);
    List<String> rates =
        differences.get(0).stream().map(one -> significant(one.learningRate())).toList();
    return new HtmlTable(
        "%s minus each rule: %s".formatted(result.rAdam().name(), quality.title()),
        "Mean of the differences of the pairs, and below it its 95 % interval; set off where the"
            + " interval excludes 0, grey where a trial of either diverged.",
        Stream.concat(Stream.of("rule"), rates.stream()).toList(),
        differences.stream().map(WarmupHtmlTables::row).toList());
  }

  private static List<Cell> row(List<RateDifference> differences) {
    return Stream.concat(
            Stream.of(Cell.text(differences.get(0).other().name())),
            differences.stream().map(WarmupHtmlTables::cell))
        .toList();
  }

  private static Cell cell(RateDifference one) {
    return switch (one.verdict()) {
      case DIVERGED -> Cell.text("diverged").marked(Cell.Mark.DIVERGED);
      case UNDECIDED -> Cell.text(RuleWords.signed(one.difference()));
      case BETTER, WORSE -> Cell.text(RuleWords.signed(one.difference())).marked(Cell.Mark.BEST);
    };
  }
}
