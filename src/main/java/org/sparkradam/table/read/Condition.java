package org.sparkradam.table.read;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.Causes;
import org.sparkradam.table.column.ColumnNames;

/** The user's {@code --where}: which rows are read at all. Without one, all are. */
record Condition(Optional<String> sql) {

  /**
   * The rows that are to be read; a source that can leaves the others, and whole partitions, where
   * they are.
   *
   * @throws BadInputException if it is no condition over these columns
   */
  Dataset<Row> of(Dataset<Row> rows) {
    return sql.map(condition -> filtered(rows, condition)).orElse(rows);
  }

  private static Dataset<Row> filtered(Dataset<Row> rows, String condition) {
    try {
      return rows.where(condition);
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      throw new BadInputException(
          "--where: "
              + Causes.oneLine(e)
              + " The columns are "
              + ColumnNames.of(rows.columns()).listed(),
          e);
    }
  }
}
