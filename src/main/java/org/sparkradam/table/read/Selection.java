package org.sparkradam.table.read;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.Causes;
import org.sparkradam.table.column.ColumnNames;

/** The user's {@code --select}, a statement over {@code __THIS__}; nothing changes without one. */
public record Selection(Optional<String> statement) {
  /** What Spark's transformer calls the table meanwhile. */
  private static final Pattern VIEW = Pattern.compile("sql_[0-9a-f]{12}_[0-9a-f_]+");

  private static final String EXAMPLE = "\"SELECT *, a / b AS ratio FROM __THIS__\"";

  /**
   * @throws BadInputException if the statement is no SQL over these columns, or gives two columns
   *     of one name
   */
  public Dataset<Row> of(Dataset<Row> rows) {
    return statement.map(sql -> select(rows, sql)).orElse(rows);
  }

  private static Dataset<Row> select(Dataset<Row> rows, String sql) {
    if (!sql.contains("__THIS__")) {
      throw new BadInputException("--select: select from __THIS__, as in " + EXAMPLE);
    }
    Dataset<Row> selected = transformed(rows, sql);
    boolean casesDiffer =
        Boolean.parseBoolean(rows.sparkSession().conf().get("spark.sql.caseSensitive"));
    Set<String> seen = new HashSet<>();
    for (String name : selected.columns()) {
      if (!seen.add(casesDiffer ? name : name.toLowerCase(Locale.ROOT))) {
        throw new BadInputException(
            "--select gives two columns named " + name + "; name one of them otherwise with AS");
      }
    }
    return selected;
  }

  private static Dataset<Row> transformed(Dataset<Row> rows, String sql) {
    try {
      return new SQLTransformer().setStatement(sql).transform(rows);
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      throw new BadInputException(
          "--select: "
              + VIEW.matcher(Causes.oneLine(e)).replaceAll("__THIS__")
              + " The columns are "
              + ColumnNames.of(rows.columns()).listed(),
          e);
    }
  }
}
