package org.sparkradam.table.profile;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.ColumnReading;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.column.Problem;
import org.sparkradam.table.column.Sql;
import scala.collection.Seq;

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
    List<String> real = roles.features().stream().filter(name -> isReal(name, here)).toList();
    List<Problem> others = of(here, name -> !isReal(name, here));
    return coalesce(Problem.first(others), ofNumbers(real));
  }

  /**
   * Null of a row without problems, {@link #NO_LABEL}, or another text.
   *
   * @param packed the numbers that are in an array besides
   */
  public Column status(StructType here, PackedNumbers packed) {
    List<Problem> problems = of(here, name -> !(packed.has(name) && isReal(name, here)));
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

  /** Whether it holds numbers that are told to be bad by no more than their values. */
  private boolean isReal(String feature, StructType here) {
    return roles.reading(feature) == ColumnReading.NUMBER && kind(feature, here) == ColumnKind.REAL;
  }

  private static ColumnKind kind(String feature, StructType here) {
    return ColumnKind.of(here.apply(feature).dataType());
  }

  /**
   * The first problem of numbers: told by a loop over them, as an expression of each takes Spark's
   * optimizer long where columns are hundreds.
   */
  private static Column ofNumbers(List<String> columns) {
    String[] names = columns.toArray(String[]::new);
    UDF1<Seq<Double>, String> first = values -> ofNumbers(names, values);
    Column[] values =
        columns.stream()
            .map(name -> Sql.column(name).cast(DataTypes.DoubleType))
            .toArray(Column[]::new);
    return udf(first, DataTypes.StringType).apply(functions.array(values));
  }

  private static String ofNumbers(String[] names, Seq<Double> values) {
    for (int i = 0; i < names.length; i++) {
      Double value = values.apply(i);
      if (value != null && !(Math.abs(value) <= Problem.LARGEST)) {
        String reason =
            Double.isFinite(value)
                ? Problem.tooLarge("feature", names[i])
                : Problem.notFinite("feature", names[i]);
        return Problem.told(reason, names[i], value.toString());
      }
    }
    return null;
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
