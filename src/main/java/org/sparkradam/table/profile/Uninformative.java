package org.sparkradam.table.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.column.Sql;

/**
 * Finds columns that cannot teach anything: all values missing, all alike, or (of texts and whole
 * numbers, in 50 rows or more) all different, which are identifiers.
 */
public record Uninformative(ColumnRoles roles, Profile.Part training, MissingText missing) {
  private static final long ENOUGH_ROWS = 50;

  /** The error of the estimate is about 5 %. */
  private static final double NEARLY_ALL = 0.8;

  /** Columns by the reason to leave them out; a further job only if some look like identifiers. */
  public Map<String, List<String>> among(Dataset<Row> trainingRows) {
    Map<String, List<String>> reasons = new TreeMap<>();
    reasons.put("all values missing", where(name -> profile(name).isEmpty()));
    reasons.put("constant", where(this::isConstant));
    reasons.put("identifiers", identifiers(trainingRows));
    reasons.values().removeIf(List::isEmpty);
    return reasons;
  }

  /**
   * @throws BadInputException if the user named a column that has no values
   */
  public void refuseEmpty() {
    where(name -> profile(name).isEmpty())
        .forEach(
            name -> {
              throw new BadInputException(
                  "--features " + name + ": all its values are missing; take it out of the list");
            });
  }

  private List<String> where(Predicate<String> condition) {
    return roles.features().stream().filter(condition).toList();
  }

  private ColumnProfile profile(String name) {
    return training.columns().get(name);
  }

  /** One category beside missing values still says something; so does every vector. */
  private boolean isConstant(String name) {
    boolean alike = !profile(name).isEmpty() && profile(name).isConstant();
    return switch (roles.kind(name)) {
      case VECTOR, ARRAY -> false;
      case TEXT -> alike && profile(name).known() == training.rows();
      default -> alike;
    };
  }

  private List<String> identifiers(Dataset<Row> rows) {
    List<String> suspects = where(this::mayBeIdentifier);
    if (suspects.isEmpty()) {
      return suspects;
    }
    Column[] counts =
        suspects.stream().map(name -> functions.countDistinct(value(name))).toArray(Column[]::new);
    Row distinct = rows.agg(counts[0], rest(counts)).first();
    return IntStream.range(0, suspects.size())
        .filter(i -> distinct.getLong(i) == profile(suspects.get(i)).known())
        .mapToObj(suspects::get)
        .toList();
  }

  private boolean mayBeIdentifier(String name) {
    ColumnKind kind = roles.kind(name);
    long known = profile(name).known();
    return (kind == ColumnKind.TEXT || kind == ColumnKind.INTEGER)
        && known >= ENOUGH_ROWS
        && profile(name).distinct() >= NEARLY_ALL * known;
  }

  private Column value(String name) {
    return roles.kind(name) == ColumnKind.TEXT
        ? functions.expr(missing.cleaned("CAST(" + Sql.name(name) + " AS STRING)"))
        : Sql.column(name);
  }

  private static Column[] rest(Column[] columns) {
    return Arrays.copyOfRange(columns, 1, columns.length);
  }
}
