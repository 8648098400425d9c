package org.sparkradam.table.column;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;

/**
 * A reason why a row cannot be used.
 *
 * @param condition true of such rows
 * @param magnitude of the value, if the condition implies one above {@link #LARGEST}, where what is
 *     not a number is above all
 * @param reason what is wrong, and in which column of the user's
 * @param column whose value is to be shown
 */
public record Problem(Column condition, Optional<Column> magnitude, String reason, String column) {
  /** The squares of more are no longer numbers once they are summed over a table. */
  public static final double LARGEST = 1e145;

  /** Between a reason and the value behind it; no text that Spark reads holds it by itself. */
  private static final String BETWEEN = "\0";

  private static final String NEXT = "\1";

  /** A reason that is no magnitude. */
  public Problem(Column condition, String reason, String column) {
    this(condition, Optional.empty(), reason, column);
  }

  /** The reason of NaN and infinity. */
  public static String notFinite(String role, String column) {
    return "NaN or infinity in " + role + " column " + column;
  }

  /** The reason of what is above {@link #LARGEST}. */
  public static String tooLarge(String role, String column) {
    return "a number too large to compute with in " + role + " column " + column;
  }

  /** What can be wrong with a double. */
  public static List<Problem> ofNumber(Column value, String column, String role) {
    Column magnitude = abs(value);
    Column infinite = magnitude.equalTo(lit(Double.POSITIVE_INFINITY));
    return ofMagnitude(
        magnitude,
        new Problem(isnan(value).or(infinite), notFinite(role, column), column),
        new Problem(magnitude.gt(LARGEST), tooLarge(role, column), column));
  }

  static List<Problem> ofMagnitude(Column magnitude, Problem... problems) {
    return Stream.of(problems)
        .map(p -> new Problem(p.condition, Optional.of(magnitude), p.reason, p.column))
        .toList();
  }

  /**
   * Whether a row has a problem, for tables whose rows have none: it costs a tenth of finding out
   * which, in the plan of a wide table as in the reading of a long one.
   */
  public static Column any(List<Problem> problems) {
    Map<String, Column> magnitudes = new LinkedHashMap<>();
    List<Column> conditions = new ArrayList<>();
    for (Problem problem : problems) {
      problem.magnitude.ifPresentOrElse(
          value -> magnitudes.put(problem.column, value), () -> conditions.add(problem.condition));
    }
    conditions.add(greatest(lit(0.0), magnitudes.values()).gt(LARGEST));
    return greatest(lit(false), conditions);
  }

  /** Nulls do not count. */
  private static Column greatest(Column least, Collection<Column> others) {
    return others.isEmpty()
        ? least
        : functions.greatest(
            Stream.concat(Stream.of(least), others.stream()).toArray(Column[]::new));
  }

  /**
   * The first problem of each row, or null: to be taken apart by {@link #reason} and {@link
   * #value}.
   *
   * <p>One text of all problems, and not one condition beside the other: Spark's optimizer compares
   * the conditions of a filter in pairs, which takes it minutes for some thousand columns.
   */
  public static Column first(List<Problem> problems) {
    Column[] told = problems.stream().map(Problem::told).toArray(Column[]::new);
    Column all = functions.concat_ws(NEXT, told);
    return when(length(all).gt(0), substring_index(all, NEXT, 1));
  }

  /**
   * The first problem of each row, or null, where columns of numbers may have problems, too. Those
   * are told by a loop over them: an expression of each takes Spark long where they are thousands.
   *
   * @param numbers columns that are wrong where their number is, see {@link #ofNumber}
   */
  public static Column first(List<Problem> problems, List<String> numbers) {
    if (numbers.isEmpty()) {
      return first(problems);
    }
    String[] names = numbers.toArray(String[]::new);
    UDF1<Seq<Double>, String> ofNumbers = values -> ofNumbers(names, values);
    Column[] values =
        numbers.stream()
            .map(name -> Sql.column(name).cast(DataTypes.DoubleType))
            .toArray(Column[]::new);
    Column told = udf(ofNumbers, DataTypes.StringType).apply(functions.array(values));
    return coalesce(first(problems), told);
  }

  private static String ofNumbers(String[] names, Seq<Double> values) {
    for (int i = 0; i < names.length; i++) {
      Double value = values.apply(i);
      if (value != null && !(Math.abs(value) <= LARGEST)) {
        String reason =
            Double.isFinite(value) ? tooLarge("feature", names[i]) : notFinite("feature", names[i]);
        return told(reason, names[i], value.toString());
      }
    }
    return null;
  }

  private Column told() {
    Column value = coalesce(Sql.column(column).cast("string"), lit("null"));
    return when(condition, concat(lit(opening(reason, column)), value));
  }

  /**
   * A problem as {@link #first} tells it.
   *
   * @param value may be null
   */
  public static String told(String reason, String column, String value) {
    return opening(reason, column) + value;
  }

  private static String opening(String reason, String column) {
    return reason + BETWEEN + column + ": ";
  }

  /** The reason of a problem as {@link #first} tells it. */
  public static Column reason(Column problem) {
    return substring_index(problem, BETWEEN, 1);
  }

  /** The column and the value, as {@code x: oops}. */
  static Column value(Column problem) {
    return functions.substring_index(problem, BETWEEN, -1);
  }
}
