package org.sparkradam.study.histogram;

import java.util.List;
import java.util.Locale;
import org.sparkradam.report.Cell;
import org.sparkradam.report.HtmlTable;

/** The table of the page: a line a solver; the CSV files have every step. */
record HistogramHtmlTable(HistogramResult result) {
  HtmlTable moves() {
    return new HtmlTable(
        "How far each histogram moves",
        ("Decades from the histogram of step 1, means over seeds. Distorted, and set back, is what"
                + " moves within 10 updates towards smaller gradients, more than %s decades further"
                + " than the histogram of the solver with the least training loss does in the end:"
                + " gradients also get smaller because training succeeds. This criterion was chosen"
                + " after looking at runs on covtype and flights, since a bound on the distance"
                + " alone called the convergence of a convex loss a distortion; half a decade is a"
                + " factor of 3. What the same minibatches do to the histogram of weights that stay"
                + " at the start stands beside it. The mean shift is that of log10 |g| within 10"
                + " updates: below 0 the gradient gets smaller.")
            .formatted(SolverMove.DISTORTED),
        List.of(
            "solver",
            "within 10 updates",
            "minibatches alone",
            "mean shift",
            "in the end",
            "train loss",
            "test " + result.spec().model().metric().title(),
            "note"),
        SolverMove.of(result).stream().map(HistogramHtmlTable::row).toList());
  }

  private static List<Cell> row(SolverMove move) {
    return List.of(
        Cell.text(move.solver().title()),
        Cell.number(move.early()).marked(move.isDistorted() ? Cell.Mark.DIVERGED : Cell.Mark.NONE),
        Cell.number(move.minibatches()),
        Cell.number(move.earlyShift()),
        Cell.number(move.last()),
        Cell.number(move.solver().trainingLoss()),
        Cell.number(move.solver().testMetric()),
        Cell.text(note(move)));
  }

  private static String note(SolverMove move) {
    long diverged = move.solver().diverged();
    String distorted = move.isDistorted() ? "distorted" : "";
    return diverged == 0
        ? distorted
        : String.format(
                Locale.ROOT,
                "%s diverged (%d of %d)",
                distorted,
                diverged,
                move.solver().trials().size())
            .strip();
  }
}
