package org.sparkradam.fit;

import static org.sparkradam.report.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The end of a fit in the console: a line a metric. */
public final class FitConsole {
  private static final String FORMAT = "%-20s %14s %14s";

  private FitConsole() {}

  public static String of(FitReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(FORMAT.formatted("metric", "training rows", "test rows"));
    for (MetricValue one : report.metrics()) {
      lines.add(
          FORMAT.formatted(
              one.name(), significant(one.training().value()), significant(one.test().value())));
    }
    lines.addAll(report.gaps());
    return String.join(System.lineSeparator(), lines);
  }

  /** Metrics of scored rows that have a label. */
  public static String of(Map<String, Measured> metrics) {
    List<String> lines = new ArrayList<>();
    metrics.forEach(
        (name, one) -> lines.add("%-20s %14s".formatted(name, significant(one.value()))));
    lines.addAll(Measured.gaps("these rows", metrics));
    return String.join(System.lineSeparator(), lines);
  }
}
