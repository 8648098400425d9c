package org.sparkradam.table.feature;

import java.util.ArrayList;
import java.util.List;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.ColumnReading;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.profile.ColumnRoles;

/**
 * A column of the table as the preparation reads it.
 *
 * @param inner its plain name there, since Spark's stages stumble over dots in names
 */
public record InputColumn(String name, ColumnKind kind, String inner) {
  /** Columns by their names, in the order that the model takes them. */
  public static List<InputColumn> of(List<String> names, ColumnRoles roles) {
    List<InputColumn> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(new InputColumn(name, roles.kind(name), inner(columns.size())));
    }
    return columns;
  }

  /** What the i-th column is called inside. */
  public static String inner(int i) {
    return "c" + i;
  }

  /** Whether it is a vector where rows are held. */
  boolean isVector() {
    return kind == ColumnKind.VECTOR || kind == ColumnKind.ARRAY;
  }

  /** The column of a table as users have it. */
  String sql(MissingText missing) {
    return ColumnReading.of(kind).sql(Sql.name(name), missing) + " AS " + inner;
  }

  /** The column of rows as they are held. */
  String heldSql() {
    return Sql.name(name) + " AS " + inner;
  }
}
