package org.sparkradam.table;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructType;

/** What can be wrong with the rows of a table that is learnt from or measured on. */
record RowProblems(ColumnRoles roles, LabelValues labels, MissingText missing) {
  static final String NO_LABEL = "no label";

  private static final String BAD = "bad";

  /**
   * @param here the types of the table, which a test table may have others of than training's
   */
  List<Problem> of(StructType here) {
    List<Problem> problems = label();
    roles.weight().ifPresent(weight -> problems.addAll(weight(weight)));
    for (String feature : roles.features()) {
      ColumnKind kind = ColumnKind.of(here.apply(feature).dataType());
      problems.addAll(roles.reading(feature).problems(feature, kind));
    }
    return problems;
  }

  /** Null of a row without problems, {@link #NO_LABEL}, or another text. */
  Column status(StructType here) {
    List<Problem> others = of(here).stream().filter(p -> !p.reason().equals(NO_LABEL)).toList();
    return when(isMissing(), NO_LABEL).when(Problem.any(others), BAD);
  }

  private Column isMissing() {
    return expr(labels.isMissing(Sql.name(roles.label()), missing));
  }

  private List<Problem> label() {
    String label = roles.label();
    String name = Sql.name(label);
    Column isMissing = isMissing();
    Column value = expr(labels.value(name));
    List<Problem> problems = new ArrayList<>();
    problems.add(new Problem(isMissing, NO_LABEL, label));
    if (labels != LabelValues.TEXTS) {
      String unreadable = labels == LabelValues.NUMBERS ? "no number" : "neither true nor false";
      Column isUnreadable = not(isMissing).and(value.isNull());
      problems.add(new Problem(isUnreadable, unreadable + " in label column " + label, label));
    }
    if (labels == LabelValues.NUMBERS) {
      problems.addAll(Problem.ofNumber(value, label, "label"));
    }
    return problems;
  }

  private static List<Problem> weight(String weight) {
    Column value = expr(ColumnReading.NUMBER.sql(Sql.name(weight), MissingText.IN_CSV));
    List<Problem> problems = new ArrayList<>();
    problems.add(new Problem(value.isNull(), "no weight in column " + weight, weight));
    problems.addAll(Problem.ofNumber(value, weight, "weight"));
    problems.add(new Problem(value.lt(0), "negative weight in column " + weight, weight));
    return problems;
  }
}
