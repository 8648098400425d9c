package org.sparkradam.table.read;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Options of a data source, whose names Spark does not tell apart by case.
 *
 * @param values by name
 */
public record SourceOptions(Map<String, String> values) {
  public static final SourceOptions NONE = new SourceOptions(Map.of());

  public SourceOptions {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** By name, without secrets. */
  public Map<String, String> shown() {
    return Secrets.shown(values);
  }

  @Override
  public String toString() {
    return shown().toString();
  }
}
