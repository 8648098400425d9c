package org.sparkradam.study.histogram;

import static org.sparkradam.report.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The end of the study in the console: a line a solver, means over seeds. */
public final class HistogramConsole {
  private HistogramConsole() {}

  public static String of(HistogramResult result) {
    List<SolverMove> moves = SolverMove.of(result);
    int width = moves.stream().mapToInt(move -> move.solver().title().length()).max().orElse(0);
    String format = "%-" + Math.max(width, 16) + "s %17s %11s %12s %11s";
    List<String> lines = new ArrayList<>();
    lines.add("distance of the gradient's histogram from that of step 1, in decades");
    lines.add(
        format.formatted(
            "solver",
            "within 10 updates",
            "in the end",
            "train loss",
            result.spec().model().metric().title()));
    moves.forEach(move -> lines.add(line(format, move)));
    HistogramWords words = new HistogramWords(result);
    lines.add(words.early());
    lines.add(String.format(Locale.ROOT, "trained in %.1f s", result.seconds()));
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(String format, SolverMove move) {
    return format.formatted(
        move.solver().title(),
        significant(move.early()),
        significant(move.last()),
        significant(move.solver().trainingLoss()),
        significant(move.solver().testMetric()));
  }
}
