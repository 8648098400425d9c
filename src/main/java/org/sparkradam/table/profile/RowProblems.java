package org.sparkradam.table.profile;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.ColumnReading;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.column.Problem;
import org.sparkradam.table.column.Sql;

/** What can be wrong with the rows of a table that is learnt from or measured on. */
public record RowProblems(ColumnRoles roles, LabelValues labels, MissingText missing) {
  /** Why a row without a label is left out. */
  public static final String NO_LABEL = "no label";

  private static final String BAD = "bad";

  /**
   * The first problem of each row as {@link Problem#first} tells it, or null.
   *
   * @param here the types of the table, which a test table may have others of than training's
   */
  public Column first(StructType here) {
    List<String> numbers = roles.features().stream().filter(name -> isNumber(name, here)).toList();
    return Problem.first(of(here, name -> !isNumber(name, here)), numbers);
  }

  /**
   * Null of a row without problems, {@link #NO_LABEL}, or another text.
   *
   * @param packed the numbers that are in an array besides
   */
  public Column status(StructType here, PackedNumbers packed) {
    List<Problem> problems = of(here, name -> !(packed.has(name) && isNumber(name, here)));
    problems.addAll(packed.problems());
    problems.removeIf(problem -> problem.reason().equals(NO_LABEL));
    return when(isMissing(), NO_LABEL).when(Problem.any(problems), BAD);
  }

  private List<Problem> of(StructType here, Predicate<String> alone) {
    List<Problem> problems = label();
    roles.weight().ifPresent(weight -> problems.addAll(weight(weight)));
    roles.features().stream()
        .filter(alone)
        .forEach(name -> problems.addAll(roles.reading(name).problems(name, kind(name, here))));
    return problems;
  }

  private boolean isNumber(String feature, StructType here) {
    return roles.reading(feature).isJudgedByNumber(kind(feature, here));
  }

  private static ColumnKind kind(String feature, StructType here) {
    return ColumnKind.of(here.apply(feature).dataType());
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
