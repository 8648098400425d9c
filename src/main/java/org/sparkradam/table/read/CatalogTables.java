package org.sparkradam.table.read;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.Causes;

/** Tables by their names in a session's catalogs. */
public record CatalogTables(SparkSession session) {
  /** What has no source of its own, such as a view, or none that matters. */
  static final TableFormat TYPED = TableFormat.of("table");

  /**
   * The data source of a table.
   *
   * @throws BadInputException if there is no such table
   */
  public TableFormat provider(String name) {
    List<Row> lines;
    try {
      lines = session.sql("DESCRIBE TABLE EXTENDED " + name).collectAsList();
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      throw new BadInputException("--table " + name + ": " + Causes.oneLine(e), e);
    }
    return lines.stream()
        .dropWhile(line -> !line.getString(0).startsWith("# Detailed"))
        .filter(line -> line.getString(0).equals("Provider"))
        .map(line -> TableFormat.of(line.getString(1)))
        .findFirst()
        .orElse(TYPED);
  }
}
