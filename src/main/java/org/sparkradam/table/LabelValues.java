package org.sparkradam.table;

/** How a label is read from its column, as SQL: a double or a text. */
public enum LabelValues {
  NUMBERS {
    @Override
    String value(String sql) {
      return "CAST(" + sql + " AS DOUBLE)";
    }

    @Override
    String isMissing(String sql, MissingText missing) {
      return sql + " IS NULL";
    }

    @Override
    String literal(String className) {
      return "CAST('" + className + "' AS DOUBLE)";
    }
  },
  /** Blanks are kept: to trim them silently would hide that two tables disagree. */
  TEXTS {
    @Override
    String value(String sql) {
      return "CAST(" + sql + " AS STRING)";
    }

    @Override
    String isMissing(String sql, MissingText missing) {
      return missing.isMissing(value(sql));
    }

    @Override
    String literal(String className) {
      return Sql.text(className);
    }
  };

  abstract String value(String sql);

  ColumnKind kind() {
    return this == NUMBERS ? ColumnKind.REAL : ColumnKind.TEXT;
  }

  /** A class name as a value of SQL. */
  abstract String literal(String className);

  abstract String isMissing(String sql, MissingText missing);

  /** False and true are texts, but numbers where a number is asked for. */
  static LabelValues of(ColumnKind kind, Task task) {
    boolean number = kind.isNumber() || (kind == ColumnKind.BOOLEAN && task == Task.REGRESSION);
    return number ? NUMBERS : TEXTS;
  }
}
