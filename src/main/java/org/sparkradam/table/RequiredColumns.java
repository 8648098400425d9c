package org.sparkradam.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorSizeHint;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that a saved preparation takes features from, and what it sees in them. They are read
 * from the statement that it begins with, so that the pipeline alone tells what it needs.
 *
 * @param kinds REAL, TEXT or VECTOR by name; none of a pipeline that {@link FeaturePipeline} has
 *     not made
 * @param vectorSize what a vector column must have
 */
record RequiredColumns(Map<String, ColumnKind> kinds, OptionalInt vectorSize) {
  private static final String NAME = "`(?:[^`]|``)+`";
  private static final Pattern OPENING = Pattern.compile("SELECT struct\\(\\*\\) AS source");
  private static final Pattern INPUT =
      Pattern.compile(
          "\\G, (?:try_cast\\((?<number>"
              + NAME
              + ") AS DOUBLE\\)|CASE WHEN \\(CAST\\((?<text>"
              + NAME
              + ") AS STRING\\) IS NULL OR trim\\(CAST\\(\\k<text> AS STRING\\)\\) IN \\([^)]*\\)\\)"
              + " THEN NULL ELSE trim\\(CAST\\(\\k<text> AS STRING\\)\\) END|(?<vector>"
              + NAME
              + ")) AS c\\d+");

  static RequiredColumns of(PipelineModel pipeline) {
    OptionalInt size =
        Stream.of(pipeline.stages())
            .filter(VectorSizeHint.class::isInstance)
            .mapToInt(stage -> ((VectorSizeHint) stage).getSize())
            .findFirst();
    return pipeline.stages().length > 0 && pipeline.stages()[0] instanceof SQLTransformer opening
        ? new RequiredColumns(kinds(opening.getStatement()), size)
        : new RequiredColumns(Map.of(), size);
  }

  private static Map<String, ColumnKind> kinds(String statement) {
    Map<String, ColumnKind> kinds = new LinkedHashMap<>();
    Matcher opening = OPENING.matcher(statement);
    if (opening.lookingAt()) {
      Matcher input = INPUT.matcher(statement).region(opening.end(), statement.length());
      while (input.find()) {
        put(kinds, input.group("number"), ColumnKind.REAL);
        put(kinds, input.group("text"), ColumnKind.TEXT);
        put(kinds, input.group("vector"), ColumnKind.VECTOR);
      }
    }
    return kinds;
  }

  private static void put(Map<String, ColumnKind> kinds, String quoted, ColumnKind kind) {
    if (quoted != null) {
      kinds.put(quoted.substring(1, quoted.length() - 1).replace("``", "`"), kind);
    }
  }

  List<String> names() {
    return List.copyOf(kinds.keySet());
  }

  /** The types that a text file's columns are read as; other columns are as they look. */
  StructType types() {
    StructType types = new StructType();
    for (Map.Entry<String, ColumnKind> column : kinds.entrySet()) {
      DataType type =
          column.getValue() == ColumnKind.REAL ? DataTypes.DoubleType : DataTypes.StringType;
      types = types.add(column.getKey(), type);
    }
    return types;
  }

  /**
   * @throws BadInputException if a column is not there, or holds no vectors where they are needed
   */
  void check(StructType table) {
    ColumnNames names = ColumnNames.of(table.fieldNames());
    kinds.forEach(
        (name, kind) -> {
          names.require(name, "the model needs column");
          ColumnKind here = ColumnKind.of(table.apply(name).dataType());
          if (kind == ColumnKind.VECTOR && here != kind) {
            throw new BadInputException(
                "the model needs vectors in column %s, which holds %s".formatted(name, here));
          }
        });
  }
}
