package org.sparkradam.study.variance;

import static org.sparkradam.report.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The end of the study in the console: a line a mean, and where the formulas miss. */
public final class VarianceConsole {
  private static final String FORMAT = "%8s %9s %14s %14s %14s %14s";

  private VarianceConsole() {}

  public static String of(SimulationResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        FORMAT.formatted("mean", "first t", "Var l_t there", "at the end", "Var r_t·l_t ≥", "≤"));
    MeanSummary.of(result).forEach(summary -> lines.add(line(summary)));
    VarianceWords words = new VarianceWords(result);
    lines.add(words.evenness());
    lines.add(words.formula());
    lines.add(String.format(Locale.ROOT, "simulated in %.1f s", result.seconds()));
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(MeanSummary summary) {
    return FORMAT.formatted(
        significant(summary.mean()),
        summary.first().step(),
        significant(summary.first().simulated().variance()),
        significant(summary.last().simulated().variance()),
        significant(summary.rectified().getMin()),
        significant(summary.rectified().getMax()));
  }
}
