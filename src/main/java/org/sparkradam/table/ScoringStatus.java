package org.sparkradam.table;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Says of each row of a table to be scored why it cannot be: a text, or null for a good row. */
record ScoringStatus(RequiredColumns required, StructType table) {
  Column column() {
    List<Column> reasons = new ArrayList<>(List.of(lit(null).cast("string")));
    required.kinds().forEach((name, kind) -> reasons.addAll(reasons(name, kind)));
    return functions.coalesce(reasons.toArray(Column[]::new));
  }

  private List<Column> reasons(String name, ColumnKind needed) {
    ColumnKind here = ColumnKind.of(table.apply(name).dataType());
    if (needed == ColumnKind.VECTOR) {
      return vector(name);
    } else if (needed == ColumnKind.REAL && here == ColumnKind.REAL) {
      return List.of(RowStatus.notFinite(name, "feature"));
    }
    return needed == ColumnKind.REAL && here == ColumnKind.TEXT
        ? List.of(noNumber(name))
        : List.of();
  }

  private List<Column> vector(String name) {
    List<Column> reasons = new ArrayList<>(RowStatus.vector(name));
    required
        .vectorSize()
        .ifPresent(
            size ->
                reasons.add(
                    when(
                        VectorFacts.size(Sql.column(name)).notEqual(size),
                        String.format(
                            Locale.ROOT, "no vector of %d elements in column %s", size, name))));
    return reasons;
  }

  private static Column noNumber(String name) {
    String text = Sql.name(name);
    String known = "NOT " + MissingText.IN_CSV.isMissing(text);
    return when(
        expr(known + " AND try_cast(" + text + " AS DOUBLE) IS NULL"),
        "no number in the numeric column " + name);
  }
}
