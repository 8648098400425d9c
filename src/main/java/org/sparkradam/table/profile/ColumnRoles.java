package org.sparkradam.table.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.package$;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.ColumnNames;
import org.sparkradam.table.column.ColumnReading;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.read.TableSpec;

/**
 * What each column of a table is for, as the user said it or by default.
 *
 * @param features the columns to learn from; the values may still rule some out where the user
 *     named none
 * @param kinds what each of these columns holds
 */
public record ColumnRoles(
    String label,
    Optional<String> weight,
    List<String> features,
    Map<String, ColumnKind> kinds,
    List<String> notes) {

  /**
   * @throws BadInputException if a column does not exist, has two roles, or holds what its role
   *     cannot use
   */
  public static ColumnRoles of(TableSpec spec, StructType schema) {
    RoleChecks checks = new RoleChecks(spec, ColumnNames.of(schema.fieldNames()));
    String label = checks.label();
    Optional<String> weight = checks.weight(label);
    checks.lists(label, weight);
    Map<String, ColumnKind> kinds = kinds(spec, schema);
    checks.kinds(label, weight, kinds);
    List<String> notes = new ArrayList<>();
    List<String> features =
        spec.features().isEmpty()
            ? automatic(spec, schema, label, weight, kinds, notes)
            : spec.features().stream().distinct().toList();
    features.forEach(name -> checks.featureKind(name, kinds.get(name)));
    return new ColumnRoles(label, weight, features, kinds, notes);
  }

  /** What a column holds, or is said to. */
  public ColumnKind kind(String column) {
    return kinds.get(column);
  }

  /** How the values of a feature are read. */
  public ColumnReading reading(String feature) {
    return ColumnReading.of(kind(feature));
  }

  /**
   * Makes sure that a test table has label and weight, too.
   *
   * @throws BadInputException if one of them is not there or holds what cannot be read as one
   */
  public void checkTest(StructType test) {
    ColumnNames names = ColumnNames.of(test.fieldNames());
    Stream.concat(Stream.of(label), weight.stream())
        .forEach(
            name -> {
              names.require(name, "--test-data: it lacks a column of the training data:");
              if (!LabelEncoding.canRead(test.apply(name).dataType())) {
                throw new BadInputException(
                    "--test-data: column %s holds %s, but %s in the training data"
                        .formatted(name, ColumnKind.of(test.apply(name).dataType()), kind(name)));
              }
            });
  }

  /** Every column that is looked at. */
  public List<String> used() {
    List<String> used = new ArrayList<>(features);
    used.add(label);
    weight.ifPresent(used::add);
    return used;
  }

  private static Map<String, ColumnKind> kinds(TableSpec spec, StructType schema) {
    Map<String, ColumnKind> kinds = new TreeMap<>();
    for (StructField field : schema.fields()) {
      boolean text = spec.categorical().contains(field.name());
      kinds.put(field.name(), text ? ColumnKind.TEXT : ColumnKind.of(field.dataType()));
    }
    return kinds;
  }

  private static List<String> automatic(
      TableSpec spec,
      StructType schema,
      String label,
      Optional<String> weight,
      Map<String, ColumnKind> kinds,
      List<String> notes) {
    List<String> candidates = new ArrayList<>(List.of(schema.fieldNames()));
    candidates.remove(label);
    weight.ifPresent(candidates::remove);
    candidates.removeAll(spec.exclude());
    List<String> times =
        candidates.stream().filter(name -> kinds.get(name) == ColumnKind.TIME).toList();
    if (!times.isEmpty()) {
      notes.add("left out, dates or times: " + String.join(", ", times));
      candidates.removeAll(times);
    }
    return candidates;
  }

  /** The mistakes that can be made in naming columns. */
  private record RoleChecks(TableSpec spec, ColumnNames columns) {

    String label() {
      if (spec.label().isEmpty() && !columns.names().contains("label")) {
        throw new BadInputException(
            "no label: name its column with --label COL; the columns are " + columns.listed());
      }
      return columns.require(spec.label().orElse("label"), "--label");
    }

    Optional<String> weight(String label) {
      spec.weight().ifPresent(name -> columns.require(name, "--weight"));
      if (spec.weight().equals(Optional.of(label))) {
        throw new BadInputException("--weight " + label + ": this column is the label");
      }
      return spec.weight();
    }

    void lists(String label, Optional<String> weight) {
      spec.features().forEach(name -> columns.require(name, "--features"));
      spec.exclude().forEach(name -> columns.require(name, "--exclude"));
      spec.categorical().forEach(name -> columns.require(name, "--categorical"));
      for (String name : spec.features()) {
        refuse(name.equals(label), name, "is the label");
        refuse(weight.equals(Optional.of(name)), name, "is the weight");
        refuse(spec.exclude().contains(name), name, "is named by --exclude, too");
      }
    }

    private static void refuse(boolean wrong, String feature, String why) {
      if (wrong) {
        throw new BadInputException(
            "--features " + feature + ": this column " + why + "; take it out of the list");
      }
    }

    void kinds(String label, Optional<String> weight, Map<String, ColumnKind> kinds) {
      ColumnKind kind = kinds.get(label);
      if (!List.of(ColumnKind.TEXT, ColumnKind.BOOLEAN).contains(kind) && !kind.isNumber()) {
        throw new BadInputException(
            "--label " + label + ": this column holds " + kind + "; a label is a number or a text");
      }
      weight
          .filter(name -> !kinds.get(name).isNumber())
          .ifPresent(
              name -> {
                throw new BadInputException(
                    "--weight "
                        + name
                        + ": this column holds "
                        + kinds.get(name)
                        + ", not numbers");
              });
    }

    void featureKind(String name, ColumnKind kind) {
      if (name.contains("__THIS__")) {
        throw new BadInputException(
            "column %s: Spark's SQLTransformer takes __THIS__ for the table, wherever it stands; rename the column, or leave it out with --exclude"
                .formatted(name));
      }
      if (kind == ColumnKind.TIME) {
        throw new BadInputException(
            "--features "
                + name
                + ": this column holds dates or times; turn it into numbers, as with --select"
                + " \"SELECT *, month(…) AS month FROM __THIS__\"");
      } else if (kind == ColumnKind.ARRAY && isSpark3()) {
        throw new BadInputException(
            "column %s holds arrays, of which no transformer of Spark 3.5 makes vectors: leave it out with --exclude %s, or take Spark 4"
                .formatted(name, Sql.shellWord(name)));
      } else if (kind == ColumnKind.OTHER) {
        throw new BadInputException(
            "column "
                + name
                + " holds nested or binary values: leave it out with --exclude "
                + Sql.shellWord(name)
                + " or turn it into numbers or text with --select");
      }
    }

    private static boolean isSpark3() {
      return package$.MODULE$.SPARK_VERSION().startsWith("3.");
    }
  }
}
