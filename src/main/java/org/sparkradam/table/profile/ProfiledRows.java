package org.sparkradam.table.profile;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.Causes;
import org.sparkradam.table.read.PassName;
import org.sparkradam.table.read.TableSpec;

/**
 * Rows as they are held with what one pass over them has told.
 *
 * @param marked all of them, with {@link HeldColumns}
 */
public record ProfiledRows(Dataset<Row> marked, Profile profile) {
  /**
   * Makes the pass, which is the first one that looks at all values.
   *
   * @throws BadInputException if a value cannot be what the user's statement takes it for
   */
  public static ProfiledRows of(
      TableSpec spec, ColumnRoles roles, LabelValues labels, Dataset<Row> marked) {
    try {
      ProfiledColumns columns =
          ProfiledColumns.of(roles, labels, spec.featureSettings(), marked.schema());
      return new ProfiledRows(
          marked, PassName.during(marked, "reading", () -> Profile.of(marked, columns)));
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      if (Causes.lieInTheData(e)) {
        String table = spec.data().title();
        String where = spec.select().isPresent() ? "--select over " + table : table;
        throw new BadInputException(where + ": " + Causes.oneLine(e), e);
      }
      throw e;
    }
  }

  /** Those that can be learnt from and measured on. */
  public Dataset<Row> good() {
    return marked.where(col(HeldColumns.STATUS).isNull()).drop(HeldColumns.STATUS);
  }
}
