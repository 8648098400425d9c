package org.sparkradam.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of the table as the preparation reads it.
 *
 * @param inner its plain name there, since Spark's stages stumble over dots in names
 */
record InputColumn(String name, ColumnKind kind, String inner) {
  static List<InputColumn> of(List<String> names, ColumnRoles roles) {
    List<InputColumn> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(new InputColumn(name, roles.kind(name), inner(columns.size())));
    }
    return columns;
  }

  /** What the i-th column is called inside. */
  static String inner(int i) {
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
