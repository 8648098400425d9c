package org.sparkradam.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** The columns that are profiled and how each is seen: as a number. */
record ProfiledColumns(List<String> names, Column values) {
  /** Names that no file can hold, for what is not a feature. */
  static final String LABEL = "\0label";

  static final String WEIGHT = "\0weight";

  static ProfiledColumns of(ColumnRoles roles, LabelValues labels, MissingText missing) {
    List<String> names = new ArrayList<>();
    List<Column> views = new ArrayList<>();
    for (String name : roles.features()) {
      names.add(name);
      views.add(ColumnProfile.view(name, roles.kind(name)));
      if (roles.kind(name).isVector()) {
        names.add(magnitudeOf(name));
        views.add(VectorFacts.magnitude(Sql.column(name)));
      }
    }
    names.add(LABEL);
    views.add(label(roles.label(), labels, missing));
    roles
        .weight()
        .ifPresent(
            name -> {
              names.add(WEIGHT);
              views.add(ColumnProfile.view(name, ColumnKind.REAL));
            });
    return new ProfiledColumns(names, functions.array(views.toArray(Column[]::new)));
  }

  /** Texts are held with the blanks around them, which are no difference here. */
  private static Column label(String name, LabelValues labels, MissingText missing) {
    return labels.kind() == ColumnKind.TEXT
        ? ColumnProfile.hash(functions.expr(missing.cleaned(Sql.name(name))))
        : ColumnProfile.view(name, labels.kind());
  }

  static String magnitudeOf(String vector) {
    return "\0magnitude of " + vector;
  }
}
