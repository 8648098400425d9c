package org.sparkradam.table.profile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sparkradam.table.column.CategoryText;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.ColumnReading;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.read.Task;

/** How a label is read from its column, whatever its type, as SQL: a double or a text. */
public enum LabelValues {
  NUMBERS {
    @Override
    public String value(String sql) {
      return "try_cast(" + sql + " AS DOUBLE)";
    }

    @Override
    String key(String value) {
      return value;
    }

    @Override
    String literal(String className) {
      return "CAST('" + className + "' AS DOUBLE)";
    }
  },
  /** False and true, which other tables may hold as numbers or text. */
  FLAGS {
    @Override
    public String value(String sql) {
      return "CASE "
          + ColumnReading.FLAG.sql(sql, MissingText.IN_CSV)
          + " WHEN 0 THEN 'false' WHEN 1 THEN 'true' END";
    }

    @Override
    String key(String value) {
      return value;
    }

    @Override
    String literal(String className) {
      return Sql.text(CategoryText.of(className));
    }
  },
  /** Blanks are kept: to trim them silently would hide that two tables disagree. */
  TEXTS {
    @Override
    public String value(String sql) {
      return "CAST(" + sql + " AS STRING)";
    }

    @Override
    String key(String value) {
      return CategoryText.of(value, value);
    }

    @Override
    String literal(String className) {
      return Sql.text(CategoryText.of(className));
    }
  };

  /** The label as the table has it; null if it cannot be read so. */
  public abstract String value(String sql);

  /** Alike for labels of one class. */
  abstract String key(String value);

  /** The {@link #key} of a class. */
  abstract String literal(String className);

  ColumnKind kind() {
    return this == NUMBERS ? ColumnKind.REAL : ColumnKind.TEXT;
  }

  String isMissing(String sql, MissingText missing) {
    return missing.isMissing("CAST(" + sql + " AS STRING)");
  }

  /** False and true are classes, but numbers where a number is asked for. */
  static LabelValues of(ColumnKind kind, Task task) {
    if (kind == ColumnKind.BOOLEAN) {
      return task == Task.REGRESSION ? NUMBERS : FLAGS;
    }
    return kind.isNumber() ? NUMBERS : TEXTS;
  }

  /** How labels are read of which no more than the names of their classes is known. */
  static LabelValues of(List<String> classNames) {
    Set<String> keys = classNames.stream().map(CategoryText::of).collect(Collectors.toSet());
    if (keys.equals(Set.of("false", "true"))) {
      return FLAGS;
    }
    return classNames.stream().allMatch(LabelClass::isSpelledNumber) ? NUMBERS : TEXTS;
  }
}
