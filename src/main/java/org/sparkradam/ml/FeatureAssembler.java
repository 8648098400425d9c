package org.sparkradam.ml;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.package$;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.ml.internal.column.SourceColumn;

/** Makes what models of Spark's read, one column of vectors, by transformers of Spark's alone. */
final class FeatureAssembler {
  /** Holds the given row between statements. */
  private static final String GIVEN = "`given row`";

  private FeatureAssembler() {}

  /** By the stage's params alone. */
  static Transformer of(HasFeaturesCols<?> stage) {
    return stage.isSet(stage.featuresCols())
        ? assembler(stage.getFeaturesCols(), stage.getFeaturesCol())
        : inPlace(stage.getFeaturesCol());
  }

  /** By the columns of a table. */
  static Transformer of(HasFeaturesCols<?> stage, StructType table) {
    FeatureColumns features = FeatureColumns.ofRows(stage, table);
    List<SourceColumn> columns = features.columns();
    boolean arrays = columns.stream().anyMatch(SourceColumn::isArray);
    if (features.assembled()) {
      return arrays ? assembler(columns, features.output()) : of(stage);
    }
    return arrays ? inPlace(features.output()) : sql("SELECT * FROM __THIS__");
  }

  private static VectorAssembler assembler(String[] columns, String output) {
    return new VectorAssembler().setInputCols(columns).setOutputCol(output);
  }

  /** Vectors of arrays have the arrays' names, so that those of their elements begin with them. */
  private static Transformer assembler(List<SourceColumn> columns, String output) {
    String inputs =
        columns.stream()
            .map(
                column ->
                    column.isArray()
                        ? vector(column.name()) + " AS " + quoted(column.name())
                        : quoted(column.name()))
            .collect(joining(", "));
    String[] names = columns.stream().map(SourceColumn::name).toArray(String[]::new);
    return new PipelineModel(
        Identifiable$.MODULE$.randomUID("assembler"),
        List.of(
            sql("SELECT struct(*) AS %s, %s FROM __THIS__".formatted(GIVEN, inputs)),
            assembler(names, output),
            sql("SELECT %s.*, %s FROM __THIS__".formatted(GIVEN, quoted(output)))));
  }

  /** A vector in place of an array, behind the other columns. */
  private static Transformer inPlace(String column) {
    String name = quoted(column);
    return sql(
        "SELECT * EXCEPT (%s), %s AS %s FROM __THIS__".formatted(name, vector(column), name));
  }

  private static SQLTransformer sql(String statement) {
    return new SQLTransformer().setStatement(statement);
  }

  /**
   * What {@code array_to_vector} does, which SQL cannot call on any line of Spark: there, only JSON
   * becomes a type that Spark keeps to itself.
   */
  private static String vector(String column) {
    if (package$.MODULE$.SPARK_VERSION().startsWith("3.")) {
      throw new UnsupportedOperationException(
          ("column '%s' holds arrays, of which no transformer of Spark 3.5 makes vectors: add a"
                  + " column by org.apache.spark.ml.functions.array_to_vector, or take Spark 4")
              .formatted(column));
    }
    String type =
        "{\"type\":\"struct\",\"fields\":[{\"name\":\"v\",\"type\":%s,\"nullable\":true,\"metadata\":{}}]}"
            .formatted(SQLDataTypes.VectorType().json());
    String name = quoted(column);
    return ("CASE WHEN %1$s IS NULL THEN NULL WHEN exists(%1$s, x -> x IS NULL)"
            + " THEN raise_error('an array has a null in it, in column %2$s') ELSE"
            + " from_json(to_json(named_struct('v', named_struct('type', 1Y, 'values',"
            + " CAST(%1$s AS ARRAY<DOUBLE>)))), '%3$s').v END")
        .formatted(name, column.replace("\\", "\\\\").replace("'", "\\'"), type);
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
