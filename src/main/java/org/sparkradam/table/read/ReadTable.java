package org.sparkradam.table.read;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.table.column.BadRows;

/**
 * A table as its file has it: typed, without the rows that could not be read.
 *
 * @param bad the rows left out, by reason
 * @param cached what is persisted while the table is looked at; parsing text costs more than the
 *     passes over it
 */
public record ReadTable(Dataset<Row> rows, List<BadRows> bad, List<Dataset<Row>> cached) {
  /** Gives up what was kept to read it. */
  public void release() {
    cached.forEach(Persisting::release);
  }
}
