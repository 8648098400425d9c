package org.sparkradam.study.paired;

import static org.sparkradam.report.text.ReadableNumber.brief;
import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.List;
import java.util.Locale;
import org.sparkradam.report.Cell;
import org.sparkradam.report.Column;
import org.sparkradam.report.Columns;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.report.text.ReadableNumber;

/** Differences between solvers as tables: a row a pair of solvers, rate and quality. */
public final class DifferenceTables {
  private static final Columns<RateDifference> COLUMNS =
      Columns.of(
          Column.<RateDifference>of(one -> one.solver().name()).csv("solver").page("solver"),
          Column.<RateDifference>of(one -> one.other().name()).csv("other").page("minus"),
          Column.of(RateDifference::learningRate).csv("learning_rate").page("learning rate"),
          Column.<RateDifference>of(one -> one.quality().title()).csv("quality"),
          Column.<RateDifference>of(one -> one.difference().mean())
              .csv("difference")
              .page("difference", one -> Cell.number(one.difference().mean()).marked(mark(one))),
          Column.<RateDifference>of(one -> one.difference().interval().low())
              .csv("low")
              .page("lowest"),
          Column.<RateDifference>of(one -> one.difference().interval().high())
              .csv("high")
              .page("highest"),
          Column.of(DifferenceTables::seeds).csv("seeds"),
          Column.of(RateDifference::seedsBetter)
              .csv("seeds_better")
              .page("better in seeds", DifferenceTables::ofSeeds),
          Column.<RateDifference>of(one -> one.verdict().title())
              .csv("verdict")
              .page("verdict", one -> Cell.text(one.verdict().title()).marked(mark(one))));

  private DifferenceTables() {}

  /** With the bootstrap's interval as {@code low} and {@code high}. */
  public static CsvTable csv(List<RateDifference> differences) {
    return COLUMNS.csv(differences);
  }

  /** For a page. */
  public static HtmlTable html(String heading, String caption, List<RateDifference> differences) {
    return COLUMNS.html(heading, caption, differences);
  }

  private static int seeds(RateDifference one) {
    return one.difference().values().length;
  }

  private static Cell ofSeeds(RateDifference one) {
    return Cell.text(String.format(Locale.ROOT, "%d of %d", one.seedsBetter(), seeds(one)));
  }

  private static Cell.Mark mark(RateDifference one) {
    return switch (one.verdict()) {
      case BETTER -> Cell.Mark.BEST;
      case DIVERGED -> Cell.Mark.DIVERGED;
      case SAME, WORSE, UNDECIDED -> Cell.Mark.NONE;
    };
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
