package org.sparkradam.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a report says of the run behind it.
 *
 * @param table what a reader calls the table
 * @param settings every setting by name, in order
 * @param command the command line that repeats the run
 * @param footer version and time
 */
public record RunDescription(
    String table, Map<String, String> settings, String command, String footer) {
  /** One of settings of any type, as text. */
  public static RunDescription of(
      String table, Map<String, ?> facts, String command, String footer) {
    Map<String, String> settings = new LinkedHashMap<>();
    facts.forEach((name, value) -> settings.put(name, text(value)));
    return new RunDescription(table, settings, command, footer);
  }

  /** A bound that is infinite, such as that of seconds, is none. */
  private static String text(Object value) {
    boolean bound = !(value instanceof Double number) || Double.isFinite(number);
    return bound ? String.valueOf(value) : "none";
  }

  /** Keeps a copy of the settings. */
  public RunDescription {
    settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
