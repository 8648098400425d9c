package org.sparkradam.table.column;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Spells names and statements so that any text in them survives SQL and the shell. */
public final class Sql {
  private Sql() {}

  /** A column by its name, quoted for SQL. */
  public static String name(String column) {
    return "`" + column.replace("`", "``") + "`";
  }

  /** Plain names are spared the parser, of which some thousand columns take seconds. */
  public static Column column(String name) {
    return name.matches("\\w+") ? functions.col(name) : functions.expr(name(name));
  }

  /** A text as a literal of SQL. */
  public static String text(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** An argument for a shell, in double quotes since SQL is full of single ones. */
  public static String shellArgument(String argument) {
    return "\"" + argument.replaceAll("[\\\\\"`]|\\$(?=[\\w({])", "\\\\$0") + "\"";
  }

  /** A plain word as it is, anything else as a {@link #shellArgument}. */
  public static String shellWord(String word) {
    return word.matches("[\\w.,/:=-]+") ? word : shellArgument(word);
  }
}
