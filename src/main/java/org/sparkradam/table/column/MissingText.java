package org.sparkradam.table.column;

import static java.util.stream.Collectors.joining;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.apache.spark.sql.api.java.UDF1;

/**
 * The texts that stand for a missing value, blanks around them aside. Spelled as SQL so that a
 * saved pipeline needs nothing but Spark.
 */
public record MissingText(List<String> tokens) implements Serializable {
  /** A text file has no other way to say that a value is missing. */
  public static final MissingText IN_CSV =
      new MissingText(List.of("", "NA", "N/A", "n/a", "null", "NULL", "?"));

  /** Where null exists, only it and emptiness mean that. */
  public static final MissingText IN_TYPED_TABLE = new MissingText(List.of(""));

  /** A condition that also holds for null. */
  public String isMissing(String sql) {
    String list = tokens.stream().map(Sql::text).collect(joining(", "));
    return "(" + sql + " IS NULL OR trim(" + sql + ") IN (" + list + "))";
  }

  /** The text without the blanks around it, as {@link #cleaned} gives it; empty if missing. */
  public Optional<String> known(String text) {
    if (text == null) {
      return Optional.empty();
    }
    String trimmed = trimmed(text);
    return tokens.contains(trimmed) ? Optional.empty() : Optional.of(trimmed);
  }

  /**
   * What {@link ColumnReading#CATEGORY} makes of a text: null if missing. The columns share this
   * code, where their SQL is code for each of them, which the JVM compiles anew.
   */
  UDF1<String, String> spelling() {
    return text -> known(text).map(CategoryText::of).orElse(null);
  }

  /** Without the blanks around it, as SQL trims. */
  public static String trimmed(String text) {
    return StringUtils.strip(text, " ");
  }

  /** The text without the blanks around it, or null. */
  public String cleaned(String sql) {
    return "CASE WHEN " + isMissing(sql) + " THEN NULL ELSE trim(" + sql + ") END";
  }
}
