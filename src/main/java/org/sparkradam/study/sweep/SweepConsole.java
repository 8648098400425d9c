package org.sparkradam.study.sweep;

import static org.sparkradam.report.ReadableNumber.ABSENT;
import static org.sparkradam.report.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.List;
import org.sparkradam.study.paired.Quality;

/** The end of a sweep in the console: a line a solver, and where the first beats the second. */
public final class SweepConsole {
  private SweepConsole() {}

  public static String of(SweepResult result) {
    List<String> lines = new ArrayList<>();
    Quality metric = result.qualities().get(0);
    List<SolverRange> ranges = result.ranges(metric);
    int width = ranges.stream().mapToInt(r -> r.solver().name().length()).max().orElse(0);
    String format = "%-" + Math.max(width, 16) + "s %10s %14s  %s";
    lines.add(format.formatted("solver", "best rate", metric.title(), "within 1 % of it"));
    ranges.forEach(range -> lines.add(line(format, range)));
    result.differences(metric).forEach(one -> lines.add(SweepWords.differences(one)));
    result.alone().map(SweepWords::alone).ifPresent(lines::add);
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(String format, SolverRange range) {
    return format.formatted(
        range.solver().name(),
        range.ofItsBest().map(good -> significant(good.bestRate())).orElse(ABSENT),
        range.ofItsBest().map(good -> significant(good.best())).orElse(ABSENT),
        range
            .ofItsBest()
            .map(good -> SweepWords.fromTo(good) + ", " + SweepWords.decades(good))
            .orElse("diverges at every rate"));
  }
}
