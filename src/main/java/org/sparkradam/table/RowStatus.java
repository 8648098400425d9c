package org.sparkradam.table;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Says of each row why it cannot be used: a text, or null for a good row. */
record RowStatus(ColumnRoles roles, LabelValues labels, MissingText missing) {
  static final String NO_LABEL = "no label";

  Column column() {
    List<Column> reasons = new ArrayList<>();
    reasons.add(when(expr(labels.isMissing(Sql.name(roles.label()), missing)), NO_LABEL));
    if (labels == LabelValues.NUMBERS) {
      reasons.add(notFinite(roles.label(), "label"));
    }
    roles.weight().ifPresent(weight -> reasons.addAll(weight(weight)));
    roles.features().forEach(feature -> reasons.addAll(feature(feature)));
    return functions.coalesce(reasons.toArray(Column[]::new));
  }

  private static List<Column> weight(String weight) {
    return List.of(
        when(Sql.column(weight).isNull(), "no weight in column " + weight),
        notFinite(weight, "weight"),
        when(Sql.column(weight).lt(0), "negative weight in column " + weight));
  }

  private List<Column> feature(String feature) {
    return switch (roles.kind(feature)) {
      case REAL -> List.of(notFinite(feature, "feature"));
      case VECTOR -> vector(feature);
      default -> List.of();
    };
  }

  static List<Column> vector(String feature) {
    return List.of(
        when(Sql.column(feature).isNull(), "no vector in column " + feature),
        when(
            functions.isnan(VectorFacts.magnitude(Sql.column(feature))),
            "NaN or infinity in a vector of column " + feature));
  }

  static Column notFinite(String column, String role) {
    Column value = Sql.column(column).cast("double");
    Column infinite = functions.abs(value).equalTo(lit(Double.POSITIVE_INFINITY));
    return when(
        functions.isnan(value).or(infinite), "NaN or infinity in " + role + " column " + column);
  }
}
