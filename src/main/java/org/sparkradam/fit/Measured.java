package org.sparkradam.fit;

import static org.sparkradam.report.text.ReadableNumber.significant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What some rows tell of a metric: its value or, where they leave its denominator empty, why there
 * is none.
 *
 * @param value NaN where it is not defined, which every writer spells in its own way
 * @param reason in words of the rows that follow "since", such as "none is of class 'yes'"; empty
 *     where there is a value
 */
public record Measured(@JsonValue double value, String reason) {
  /** A value; one that is not finite has come of numbers without end, and is none. */
  static Measured of(double value) {
    return Double.isFinite(value)
        ? new Measured(value, "")
        : notDefined("the errors are too large for numbers");
  }

  static Measured notDefined(String reason) {
    return new Measured(Double.NaN, reason);
  }

  boolean isDefined() {
    return reason.isEmpty();
  }

  /** A line a metric for the console, and what is not defined. */
  public static List<String> console(Map<String, Measured> metrics) {
    List<String> lines = new ArrayList<>();
    metrics.forEach(
        (name, one) -> lines.add("%-20s %14s".formatted(name, significant(one.value()))));
    lines.addAll(gaps("these rows", metrics));
    return lines;
  }

  /**
   * A sentence for each reason why metrics are not defined.
   *
   * @param rows that they are of, such as "the test rows"
   */
  static List<String> gaps(String rows, Map<String, Measured> metrics) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    metrics.forEach(
        (name, one) -> {
          if (!one.isDefined()) {
            names.computeIfAbsent(one.reason(), reason -> new ArrayList<>()).add(name);
          }
        });
    return names.entrySet().stream()
        .map(
            gap ->
                "Not defined on %s, since %s: %s."
                    .formatted(rows, gap.getKey(), String.join(", ", gap.getValue())))
        .toList();
  }
}
