package org.sparkradam.ml;

import java.io.Serializable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.ml.internal.column.AssembledColumn;
import org.sparkradam.ml.internal.column.AssembledVector;
import org.sparkradam.ml.internal.column.SourceColumn;
import org.sparkradam.ml.internal.param.ParamValue;
import org.sparkradam.ml.internal.param.Validator;

/**
 * What a stage reads its features from.
 *
 * @param output the column that its model reads
 * @param columns that column itself, or those of {@code featuresCols}
 * @param assembled whether they are of {@code featuresCols}
 */
record FeatureColumns(String output, List<SourceColumn> columns, boolean assembled)
    implements Serializable {
  private static final String VECTOR = "vectors or arrays of numbers";
  private static final String ANY = "numbers, booleans, vectors or arrays of numbers";

  /** {@code featuresCols}, as one stage owns it. */
  static StringArrayParam param(Params owner) {
    return new StringArrayParam(
        owner,
        "featuresCols",
        "columns of numbers, booleans, vectors or arrays of numbers that the features are made of,"
            + " in this order; not set: featuresCol alone",
        Validator.of("featuresCols", String[].class, FeatureColumns::checkNames));
  }

  private static void checkNames(String[] names) {
    if (names.length == 0) {
      throw new IllegalArgumentException("featuresCols must name a column, but was empty");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name == null || name.isBlank()) {
        throw new IllegalArgumentException(
            "featuresCols must be names, but one was '%s'".formatted(name));
      }
      if (!seen.add(name)) {
        throw new IllegalArgumentException(
            "featuresCols must name each column once, but named '%s' twice".formatted(name));
      }
    }
  }

  /**
   * The columns that a stage's params name. Where the table has the column that {@code
   * featuresCols} are assembled into already, as behind an assembler, it is that.
   *
   * @throws IllegalArgumentException if the table has no such columns, or they cannot be features
   */
  static FeatureColumns of(HasFeaturesCols<?> stage, StructType table) {
    String output = stage.getFeaturesCol();
    if (!stage.isSet(stage.featuresCols())) {
      return new FeatureColumns(output, List.of(single(table.apply(output))), false);
    }
    List<String> names = List.of(stage.getFeaturesCols());
    requireFree(stage, Set.copyOf(names));
    Map<String, StructField> fields = new LinkedHashMap<>();
    Stream.of(table.fields()).forEach(field -> fields.putIfAbsent(field.name(), field));
    if (fields.containsKey(output)) {
      new AssembledColumn(fields.get(output)).requireOf(names);
      return new FeatureColumns(output, List.of(single(fields.get(output))), false);
    }
    return new FeatureColumns(output, names.stream().map(name -> one(name, fields)).toList(), true);
  }

  private static SourceColumn single(StructField field) {
    return SourceColumn.of(field)
        .filter(column -> column.kind() != SourceColumn.Kind.NUMBERS)
        .orElseThrow(
            () -> wrong("featuresCol", field, VECTOR, "; several columns are set by featuresCols"));
  }

  private static SourceColumn one(String name, Map<String, StructField> fields) {
    if (!fields.containsKey(name)) {
      throw new IllegalArgumentException(
          "featuresCols: the table has no column '%s'; it has %s"
              .formatted(name, String.join(", ", fields.keySet())));
    }
    if (name.contains(".") || name.contains("`")) {
      throw new IllegalArgumentException(
          "featuresCols: Spark's VectorAssembler takes '%s' for a field of a column: rename it"
              .formatted(name));
    }
    StructField field = fields.get(name);
    return SourceColumn.of(field).orElseThrow(() -> wrong("featuresCols", field, ANY, ""));
  }

  private static IllegalArgumentException wrong(
      String param, StructField field, String right, String hint) {
    return new IllegalArgumentException(
        "%s: column '%s' must hold %s, but holds %s%s"
            .formatted(param, field.name(), right, field.dataType().simpleString(), hint));
  }

  /** A column of another param is no feature, and neither is what is made of them. */
  private static void requireFree(HasFeaturesCols<?> stage, Set<String> names) {
    Stream.of("featuresCol", "labelCol", "weightCol", "validationIndicatorCol")
        .filter(stage::hasParam)
        .forEach(
            param ->
                ParamValue.ifDefined(stage, stage.getParam(param))
                    .filter(names::contains)
                    .ifPresent(
                        name -> {
                          throw new IllegalArgumentException(taken(param, name));
                        }));
  }

  private static String taken(String param, Object name) {
    return param.equals("featuresCol")
        ? ("featuresCol must be a new name, for the column that featuresCols are assembled into, but"
                + " was '%s', which is among them")
            .formatted(name)
        : "featuresCols must not name '%s', which is the %s".formatted(name, param);
  }

  /**
   * The same in a table that has rows: what is assembled already must say by its metadata that it
   * is, which schemas on the way through a pipeline do not have.
   */
  static FeatureColumns ofRows(HasFeaturesCols<?> stage, StructType table) {
    FeatureColumns features = of(stage, table);
    if (stage.isSet(stage.featuresCols()) && !features.assembled()) {
      new AssembledColumn(table.apply(features.output()))
          .requireNamed(List.of(stage.getFeaturesCols()));
    }
    return features;
  }

  /** A table's schema with the features as a vector, which is what Spark's model takes. */
  StructType withVector(StructType table) {
    StructField[] fields = table.fields().clone();
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].name().equals(output)
          && !SQLDataTypes.VectorType().equals(fields[i].dataType())) {
        fields[i] = new StructType().add(output, SQLDataTypes.VectorType()).apply(0);
      }
    }
    StructType vector = new StructType(fields);
    return assembled ? vector.add(output, SQLDataTypes.VectorType()) : vector;
  }

  /** A table as the stage's model reads it; nothing of it is read before it is asked for. */
  static Dataset<?> withVector(HasFeaturesCols<?> stage, Dataset<?> table) {
    FeatureColumns features = of(stage, table.schema());
    List<SourceColumn> read = features.columns;
    boolean compressed = features.assembled;
    if (!compressed && read.get(0).kind() == SourceColumn.Kind.VECTORS) {
      return table;
    }
    UDF1<Row, Vector> vector = row -> vector(row, read, compressed);
    return table.withColumn(
        features.output,
        functions
            .udf(vector, SQLDataTypes.VectorType())
            .apply(functions.struct(features.select().toArray(Column[]::new))));
  }

  private static Vector vector(Row row, List<SourceColumn> columns, boolean compressed) {
    AssembledVector all = new AssembledVector();
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).addTo(all, row, i);
    }
    return compressed ? all.vector() : all.vector().toDense();
  }

  /** The columns as {@link #vector} and {@link #missing} see them. */
  List<Column> select() {
    return columns.stream().map(SourceColumn::read).toList();
  }

  /**
   * The features of a row that has no {@link #missing} values.
   *
   * @param from the place of the first of the columns
   */
  Vector vector(InternalRow row, int from) {
    if (!assembled) {
      return columns.get(0).vector(row, from);
    }
    AssembledVector all = new AssembledVector();
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).addTo(all, row, from + i);
    }
    return all.vector();
  }

  /** The first column of a row that lacks a value, and what it lacks, for a message. */
  Optional<Found> missing(InternalRow row, int from) {
    for (int i = 0; i < columns.size(); i++) {
      Optional<String> missing = columns.get(i).missing(row, from + i);
      if (missing.isPresent()) {
        return Optional.of(new Found(columns.get(i).name(), missing.get()));
      }
    }
    return Optional.empty();
  }

  /**
   * @param value as a message shows it
   */
  record Found(String column, String value) {}

  /**
   * The elements in a row of each column that may have another number of them in another row; one
   * for a column of numbers.
   */
  int[] sizes(InternalRow row, int from) {
    int[] sizes = new int[columns.size()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = columns.get(i).size(row, from + i);
    }
    return sizes;
  }

  /** The column that an element of the vector comes from. */
  SourceColumn columnOf(int element, int[] sizes) {
    int column = 0;
    for (int end = sizes[0]; element >= end; end += sizes[column]) {
      column++;
    }
    return columns.get(column);
  }
}
