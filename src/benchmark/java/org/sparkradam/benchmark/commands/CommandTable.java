package org.sparkradam.benchmark.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table as {@code train} is told of it and as a pipeline by hand reads it: the same rows, the
 * same columns, the same family of model.
 */
enum CommandTable {
  ADULT(
      "adult-train.csv.gz",
      "csv",
      Map.of("ignoreLeadingWhiteSpace", "true", "nullValue", "?"),
      "_c14",
      List.of(),
      List.of("*"),
      List.of()),
  BEIJING_AIR(
      "beijing_air.csv.gz",
      "csv",
      Map.of("header", "true", "nullValue", "NA"),
      "PM2.5",
      List.of("No"),
      List.of("*"),
      List.of("month", "hour")),
  CENSUS_INCOME_KDD(
      "census_income_kdd_test.csv.gz",
      "csv",
      Map.of("ignoreLeadingWhiteSpace", "true", "nullValue", "?"),
      "_c41",
      List.of("_c24"),
      List.of("*"),
      List.of()),
  DIABETES_130US(
      "diabetes_130us.csv.gz",
      "csv",
      Map.of("header", "true", "nullValue", "?"),
      "readmitted",
      List.of("encounter_id", "patient_nbr"),
      List.of("*"),
      List.of()),
  FLIGHTS(
      "flights.parquet",
      "parquet",
      Map.of(),
      "late15",
      List.of(),
      List.of(
          "source",
          "carrier",
          "origin",
          "dest",
          "month",
          "floor(dep_time / 100) AS hour",
          "distance",
          "late15"),
      List.of("month", "hour")),
  /** {@link GeneratedCsv}: 38 numbers, three texts, 23 classes. */
  GENERATED(
      GeneratedCsv.FILE,
      "csv",
      Map.of("header", "true"),
      "label",
      List.of(),
      List.of("*"),
      List.of());

  private final String file;
  private final String format;
  private final Map<String, String> options;
  private final String label;
  private final List<String> excluded;
  private final List<String> select;
  private final List<String> categorical;

  /**
   * @param options of Spark's reader, by hand
   * @param categorical numbers that are names
   */
  CommandTable(
      String file,
      String format,
      Map<String, String> options,
      String label,
      List<String> excluded,
      List<String> select,
      List<String> categorical) {
    this.file = file;
    this.format = format;
    this.options = options;
    this.label = label;
    this.excluded = excluded;
    this.select = select;
    this.categorical = categorical;
  }

  /** How it is called on a command line. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What {@code train} has to be told besides where the rows are. */
  List<String> trainOptions() {
    List<String> told = new ArrayList<>(List.of("--label", label));
    if (options.containsKey("header")) {
      told.add("--header");
    }
    if (!excluded.isEmpty()) {
      told.addAll(List.of("--exclude", String.join(",", excluded)));
    }
    if (!select.equals(List.of("*"))) {
      told.addAll(List.of("--select", "SELECT " + String.join(", ", select) + " FROM __THIS__"));
    }
    if (!categorical.isEmpty()) {
      told.addAll(List.of("--categorical", String.join(",", categorical)));
    }
    return told;
  }

  String file() {
    return file;
  }

  String format() {
    return format;
  }

  Map<String, String> options() {
    return options;
  }

  String label() {
    return label;
  }

  List<String> excluded() {
    return excluded;
  }

  List<String> select() {
    return select;
  }

  List<String> categorical() {
    return categorical;
  }

  boolean isRegression() {
    return this == BEIJING_AIR;
  }
}
