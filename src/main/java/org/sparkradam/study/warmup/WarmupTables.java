package org.sparkradam.study.warmup;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sparkradam.report.Cell;
import org.sparkradam.report.Column;
import org.sparkradam.report.Columns;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.paired.GoodRange;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RateDifference;

/** The tables of the study: a row a rule. */
record WarmupTables(WarmupResult result) {
  /** With every digit; empty where every rate diverged. */
  CsvTable file() {
    return columns().csv(result.rules());
  }

  /** What each rule reaches, and how far its rate may be off. */
  HtmlTable rules() {
    return columns()
        .html(
            "Every rule at its best rate",
            "Means over seeds at the rate with the best mean %s, and the rates around it within 1 %% of"
                    .formatted(result.metric().title())
                + " that mean, between two rates that were tried by interpolation; \"at least\" where"
                + " the range ends with the rates that were tried. The table of solvers and learning"
                + " rates, the last one, marks the best rate by test loss, which may be another.",
            result.rules());
  }

  List<String> console() {
    return columns().console(result.rules());
  }

  private Columns<WarmupRule> columns() {
    Quality metric = result.metric();
    Quality loss = result.loss();
    return Columns.of(
        Column.of(WarmupRule::name)
            .csv("rule")
            .page("rule", rule -> Cell.text(rule.name()).marked(mark(rule)))
            .consoleWords("rule", 1),
        Column.<WarmupRule>of(rule -> rule.kind().title()).csv("kind"),
        Column.<WarmupRule>of(rule -> RuleName.of(rule.name()).choices()).page("to choose"),
        Column.<WarmupRule>of(rule -> result.comparison().metric().title()).csv("metric"),
        best(metric, SolverAtRate::learningRate)
            .csv("best_rate")
            .page("best rate")
            .console("best rate", 9, rule -> bestRate(rule, metric)),
        best(metric, group -> metric.over(group).mean())
            .csv("best")
            .page(metric.title(), this::reached)
            .console(metric.title(), 14, rule -> reached(rule).text()),
        best(metric, group -> metric.over(group).low()).csv("lowest").page("lowest seed"),
        best(metric, group -> metric.over(group).high()).csv("highest").page("highest seed"),
        good(GoodRange::low).csv("good_low"),
        good(GoodRange::high).csv("good_high"),
        good(good -> end(good.lowEnd())).csv("low_end"),
        good(good -> end(good.highEnd())).csv("high_end"),
        good(RuleWords::rates)
            .page("good rates", rule -> text(rule, RuleWords::rates))
            .consoleEnd("within 1 % of it", rule -> rates(rule)),
        good(GoodRange::decades)
            .csv("decades")
            .page("powers of ten", rule -> text(rule, RuleWords::decades)),
        best(loss, SolverAtRate::learningRate).csv("loss_best_rate"),
        best(loss, group -> loss.over(group).mean()).csv("best_loss"),
        Column.<WarmupRule>of(
                rule -> rule.groups().stream().mapToLong(SolverAtRate::diverged).sum())
            .csv("diverged_trials"));
  }

  private static Column<WarmupRule> best(Quality quality, Function<SolverAtRate, ?> value) {
    return Column.of(rule -> rule.best(quality).<Object>map(value).orElse(null));
  }

  private Column<WarmupRule> good(Function<GoodRange, ?> value) {
    return Column.of(rule -> range(rule).<Object>map(value).orElse(null));
  }

  private Optional<GoodRange> range(WarmupRule rule) {
    return rule.goodRange(result.metric());
  }

  private static String end(GoodRange.End end) {
    return end.name().toLowerCase(Locale.ROOT);
  }

  private static String bestRate(WarmupRule rule, Quality quality) {
    return rule.best(quality).map(group -> significant(group.learningRate())).orElse("");
  }

  private String rates(WarmupRule rule) {
    return range(rule).map(RuleWords::rates).orElse("");
  }

  private Cell reached(WarmupRule rule) {
    Quality metric = result.metric();
    return rule.best(metric)
        .map(best -> Cell.number(metric.over(best).mean()).marked(mark(rule)))
        .orElse(Cell.text("diverged").marked(Cell.Mark.DIVERGED));
  }

  private Cell text(WarmupRule rule, Function<GoodRange, String> words) {
    return Cell.text(range(rule).map(words).orElse("none"));
  }

  private Cell.Mark mark(WarmupRule rule) {
    return result.recommendation().rules().contains(rule) ? Cell.Mark.BEST : Cell.Mark.NONE;
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
        differences.stream().map(WarmupTables::row).toList());
  }

  private static List<Cell> row(List<RateDifference> differences) {
    return Stream.concat(
            Stream.of(Cell.text(differences.get(0).other().name())),
            differences.stream().map(WarmupTables::cell))
        .toList();
  }

  private static Cell cell(RateDifference one) {
    return switch (one.verdict()) {
      case DIVERGED -> Cell.text("diverged").marked(Cell.Mark.DIVERGED);
      case SAME, UNDECIDED -> Cell.text(RuleWords.signed(one.difference()));
      case BETTER, WORSE -> Cell.text(RuleWords.signed(one.difference())).marked(Cell.Mark.BEST);
    };
  }
}
