package org.sparkradam.study.sweep;

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
import org.sparkradam.study.paired.GoodRange;
import org.sparkradam.study.paired.Quality;

/** The ranges of good rates as tables. */
final class SweepTables {
  private SweepTables() {}

  /** A range by one yardstick. */
  private record JudgedRange(
      SweepResult.SolverRange range, String yardstick, Optional<GoodRange> good) {
    static Stream<JudgedRange> of(SweepResult.SolverRange range) {
      return Stream.of(
          new JudgedRange(range, "its best", range.ofItsBest()),
          new JudgedRange(range, "the best of all", range.ofTheBest()));
    }
  }

  /** A row a solver, quality and yardstick; without numbers where no rate is good. */
  static CsvTable ranges(SweepResult result) {
    return Columns.of(
            Column.<JudgedRange>of(one -> one.range().solver().name()).csv("solver"),
            Column.<JudgedRange>of(one -> one.range().quality().title()).csv("quality"),
            Column.of(JudgedRange::yardstick).csv("within_1_percent_of"),
            good(GoodRange::bestRate).csv("best_rate"),
            good(GoodRange::best).csv("best"),
            good(GoodRange::low).csv("low"),
            good(GoodRange::high).csv("high"),
            good(good -> end(good.lowEnd())).csv("low_end"),
            good(good -> end(good.highEnd())).csv("high_end"),
            good(GoodRange::decades).csv("decades"))
        .csv(all(result).flatMap(JudgedRange::of).toList());
  }

  private static Column<JudgedRange> good(Function<GoodRange, ?> value) {
    return Column.of(one -> one.good().<Object>map(value).orElse(null));
  }

  private static String end(GoodRange.End end) {
    return end.name().toLowerCase(Locale.ROOT);
  }

  private static Stream<SweepResult.SolverRange> all(SweepResult result) {
    return result.qualities().stream().flatMap(quality -> result.ranges(quality).stream());
  }

  /** Of both qualities, for the page. */
  static HtmlTable rangeTable(SweepResult result) {
    return columns("best")
        .html(
            "How far the rate may be off",
            "The learning rates around each solver's best one at which the mean over seeds is within"
                + " 1 % of that best, and those within 1 % of the best of all solvers; between two"
                + " rates that were tried, by interpolation. \"At least\" where every rate up to that"
                + " end of the sweep is good.",
            all(result).toList());
  }

  /** Of one quality. */
  static List<String> console(SweepResult result, Quality quality) {
    return columns(quality.title()).console(result.ranges(quality));
  }

  private static Columns<SweepResult.SolverRange> columns(String best) {
    return Columns.of(
        Column.<SweepResult.SolverRange>of(one -> one.solver().name())
            .page("solver")
            .consoleWords("solver", 16),
        Column.<SweepResult.SolverRange>of(one -> one.quality().title()).page("quality"),
        ofItsBest(GoodRange::bestRate).page("best rate").console("best rate", 10),
        ofItsBest(GoodRange::best).page("best").console(best, 14),
        Column.<SweepResult.SolverRange>of(SweepTables::within)
            .page("within 1 % of its best", one -> text(one.ofItsBest(), "diverges"))
            .consoleEnd("within 1 % of it", SweepTables::within),
        ofItsBest(GoodRange::decades).page("powers of ten", SweepTables::decades),
        Column.of(SweepResult.SolverRange::ofTheBest)
            .page("within 1 % of the best of all", one -> text(one.ofTheBest(), "none")));
  }

  private static Column<SweepResult.SolverRange> ofItsBest(Function<GoodRange, ?> value) {
    return Column.of(one -> one.ofItsBest().<Object>map(value).orElse(null));
  }

  private static String within(SweepResult.SolverRange range) {
    return range
        .ofItsBest()
        .map(good -> SweepWords.fromTo(good) + ", " + SweepWords.decades(good))
        .orElse("diverges at every rate");
  }

  private static Cell decades(SweepResult.SolverRange range) {
    return Cell.text(
        range.ofItsBest().map(good -> Cell.number(good.decades()).text()).orElse("none"));
  }

  private static Cell text(Optional<GoodRange> range, String otherwise) {
    return Cell.text(range.map(SweepWords::fromTo).orElse(otherwise));
  }
}
