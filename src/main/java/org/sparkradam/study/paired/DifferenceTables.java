package org.sparkradam.study.paired;

import static org.sparkradam.report.ReadableNumber.brief;
import static org.sparkradam.report.ReadableNumber.significant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sparkradam.report.Cell;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.report.ReadableNumber;
import org.sparkradam.study.paired.RateDifference.Verdict;

/** Differences between solvers as tables: a row a pair of solvers, rate and quality. */
public final class DifferenceTables {
  private static final List<String> CSV =
      List.of(
          "solver",
          "other",
          "learning_rate",
          "quality",
          "difference",
          "low",
          "high",
          "seeds",
          "seeds_better",
          "verdict");
  private static final List<String> HTML =
      List.of(
          "solver",
          "minus",
          "learning rate",
          "difference",
          "lowest",
          "highest",
          "better in seeds",
          "verdict");

  private DifferenceTables() {}

  /** With the bootstrap's interval as {@code low} and {@code high}. */
  public static CsvTable csv(List<RateDifference> differences) {
    return new CsvTable(CSV, differences.stream().map(DifferenceTables::csvRow).toList());
  }

  private static List<Object> csvRow(RateDifference one) {
    Interval interval = one.difference().interval();
    return Arrays.asList(
        one.solver().name(),
        one.other().name(),
        one.learningRate(),
        one.quality().title(),
        one.difference().mean(),
        interval.low(),
        interval.high(),
        one.difference().values().length,
        one.seedsBetter(),
        one.verdict().title());
  }

  /** For a page. */
  public static HtmlTable html(String heading, String caption, List<RateDifference> differences) {
    return new HtmlTable(
        heading, caption, HTML, differences.stream().map(DifferenceTables::htmlRow).toList());
  }

  private static List<Cell> htmlRow(RateDifference one) {
    Interval interval = one.difference().interval();
    Verdict verdict = one.verdict();
    Cell.Mark mark =
        switch (verdict) {
          case BETTER -> Cell.Mark.BEST;
          case DIVERGED -> Cell.Mark.DIVERGED;
          case WORSE, UNDECIDED -> Cell.Mark.NONE;
        };
    return List.of(
        Cell.text(one.solver().name()),
        Cell.text(one.other().name()),
        Cell.number(one.learningRate()),
        Cell.number(one.difference().mean()).marked(mark),
        Cell.number(interval.low()),
        Cell.number(interval.high()),
        Cell.text(
            String.format(
                Locale.ROOT, "%d of %d", one.seedsBetter(), one.difference().values().length)),
        Cell.text(verdict.title()).marked(mark));
  }

  /** Such as "+0.012 (0.010 to 0.015) at 0.3". */
  public static String words(RateDifference one) {
    return "%s%s %s at %s"
        .formatted(
            one.difference().mean() > 0 ? "+" : "",
            brief(one.difference().mean()),
            one.difference().interval().words(ReadableNumber::brief),
            significant(one.learningRate()));
  }
}
