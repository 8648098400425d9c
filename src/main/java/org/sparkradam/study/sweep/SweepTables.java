package org.sparkradam.study.sweep;

import static org.sparkradam.report.ReadableNumber.significant;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparkradam.report.Cell;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.study.paired.GoodRange;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RateDifference;

/** The ranges of good rates as tables. */
final class SweepTables {
  private static final List<String> CSV =
      List.of(
          "solver",
          "quality",
          "within_1_percent_of",
          "best_rate",
          "best",
          "low",
          "high",
          "low_end",
          "high_end",
          "decades");

  private SweepTables() {}

  /** A row a solver, quality and yardstick; without numbers where no rate is good. */
  static CsvTable ranges(SweepResult result) {
    return new CsvTable(
        CSV,
        result.qualities().stream()
            .flatMap(quality -> result.ranges(quality).stream())
            .flatMap(
                range ->
                    Stream.of(
                        row(range, "its best", range.ofItsBest()),
                        row(range, "the best of all", range.ofTheBest())))
            .toList());
  }

  private static List<Object> row(SolverRange range, String yardstick, Optional<GoodRange> good) {
    return Arrays.asList(
        range.solver().name(),
        range.quality().title(),
        yardstick,
        good.map(GoodRange::bestRate).orElse(null),
        good.map(GoodRange::best).orElse(null),
        good.map(GoodRange::low).orElse(null),
        good.map(GoodRange::high).orElse(null),
        good.map(one -> one.lowEnd().name().toLowerCase(java.util.Locale.ROOT)).orElse(null),
        good.map(one -> one.highEnd().name().toLowerCase(java.util.Locale.ROOT)).orElse(null),
        good.map(GoodRange::decades).orElse(null));
  }

  /** Of both qualities, for the page. */
  static HtmlTable rangeTable(SweepResult result) {
    return new HtmlTable(
        "How far the rate may be off",
        "The learning rates around each solver's best one at which the mean over seeds is within"
            + " 1 % of that best, and those within 1 % of the best of all solvers; between two"
            + " rates that were tried, by interpolation. \"At least\" where every rate up to that"
            + " end of the sweep is good.",
        List.of(
            "solver",
            "quality",
            "best rate",
            "best",
            "within 1 % of its best",
            "powers of ten",
            "within 1 % of the best of all"),
        result.qualities().stream().flatMap(quality -> rows(result, quality)).toList());
  }

  private static Stream<List<Cell>> rows(SweepResult result, Quality quality) {
    return result.ranges(quality).stream()
        .map(
            range ->
                List.of(
                    Cell.text(range.solver().name()),
                    Cell.text(quality.title()),
                    range
                        .ofItsBest()
                        .map(good -> Cell.number(good.bestRate()))
                        .orElse(Cell.absent()),
                    range.ofItsBest().map(good -> Cell.number(good.best())).orElse(Cell.absent()),
                    Cell.text(range.ofItsBest().map(SweepWords::fromTo).orElse("diverges")),
                    Cell.text(
                        range.ofItsBest().map(good -> significant(good.decades())).orElse("none")),
                    Cell.text(range.ofTheBest().map(SweepWords::fromTo).orElse("none"))));
  }

  /** The differences of both qualities in one list. */
  static List<RateDifference> differences(SweepResult result) {
    return result.qualities().stream()
        .flatMap(quality -> result.differences(quality).stream())
        .flatMap(List::stream)
        .toList();
  }
}
