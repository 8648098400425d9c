package org.sparkradam.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What each column of a table is for, as the user said it or by default.
 *
 * @param features the columns to learn from; the values may still rule some out where the user
 *     named none
 * @param kinds what each of these columns holds
 */
record ColumnRoles(
    String label,
    Optional<String> weight,
    List<String> features,
    Map<String, ColumnKind> kinds,
    List<String> notes) {

  /**
   * @throws BadInputException if a column does not exist, has two roles, or holds what its role
   *     cannot use
   */
  static ColumnRoles of(TableSpec spec, StructType schema) {
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

  ColumnKind kind(String column) {
    return kinds.get(column);
  }

  ColumnReading reading(String feature) {
    return ColumnReading.of(kind(feature));
  }

  /**
   * Makes sure that a test table has label and weight, too.
   *
   * @throws BadInputException if one of them is not there or holds what cannot be read as one
   */
  void checkTest(StructType test) {
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
  List<String> used() {
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
}
