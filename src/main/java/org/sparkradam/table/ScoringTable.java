package org.sparkradam.table;

import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.VectorSizeHint;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.BadRows;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.Problem;
import org.sparkradam.table.column.Sql;
import org.sparkradam.table.column.VectorFacts;
import org.sparkradam.table.feature.InputColumn;
import org.sparkradam.table.read.ReadTable;
import org.sparkradam.table.read.Selection;
import org.sparkradam.table.read.SettledSource;
import org.sparkradam.table.read.Snapshot;
import org.sparkradam.table.read.TableInput;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;

/**
 * A table to apply a saved pipeline to. It need not have a label. Nothing of it is persisted.
 *
 * @param rows those that can be scored, with all their columns
 * @param check these rows held against the training table
 * @param snapshot which state of the table it is, if its source keeps several
 * @param bad those left out, by reason
 */
public record ScoringTable(
    Dataset<Row> rows, SchemaCheck check, Optional<String> snapshot, List<BadRows> bad) {
  private static final String PROBLEM = "\0problem";

  /**
   * Reads a table, and judges it by the columns that the pipeline's preparation takes: missing
   * values are for it to impute, and what it cannot impute makes a row bad.
   *
   * @param spec of the table's reading; its features are those of the pipeline
   * @param schema of the training table
   * @throws BadInputException if the table cannot be read, lacks a column, or has bad rows and the
   *     policy is to fail
   */
  public static ScoringTable read(
      SparkSession session, TableSpecBuilder spec, PipelineModel pipeline, TableSchema schema) {
    spec.features(schema.featureNames());
    Map<String, Integer> sizes = vectorSizes(pipeline, schema.featureNames());
    if (spec.build().numFeatures().isEmpty()) {
      sizes.values().stream().findFirst().ifPresent(spec::numFeatures);
    }
    TableSpec asked = spec.build();
    TableInput input = new TableInput(session, asked, UnaryOperator.identity());
    SettledSource source = input.settled(asked.data());
    ReadTable table = read(input, source, schema);
    try {
      return judged(asked, schema, sizes, table, source.snapshot());
    } finally {
      table.release();
    }
  }

  /**
   * The schema that a pipeline alone tells, where none was saved beside it: the features, without
   * what their columns held.
   */
  public static TableSchema schemaOf(PipelineModel pipeline) {
    return StatementSchema.of(pipeline);
  }

  /**
   * The same with the categories that the pipeline lists, which need not be written down twice;
   * those of a trimmed list are written down.
   */
  public static TableSchema withListed(TableSchema schema, PipelineModel pipeline) {
    Map<String, SeenValues> listed = SeenCategories.listed(pipeline, schema.featureNames());
    return schema.with(
        column ->
            column.seen().isEmpty() && listed.containsKey(column.name())
                ? column.seeing(listed.get(column.name()))
                : column);
  }

  /** How many elements the columns of vectors or arrays must have. */
  private static Map<String, Integer> vectorSizes(PipelineModel pipeline, List<String> columns) {
    Map<String, Integer> hints =
        Stream.of(pipeline.stages())
            .filter(VectorSizeHint.class::isInstance)
            .map(VectorSizeHint.class::cast)
            .collect(toMap(VectorSizeHint::getInputCol, VectorSizeHint::getSize));
    Map<String, Integer> sizes = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (hints.containsKey(InputColumn.inner(i))) {
        sizes.put(columns.get(i), hints.get(InputColumn.inner(i)));
      }
    }
    return sizes;
  }

  private static ReadTable read(TableInput input, SettledSource source, TableSchema schema) {
    boolean takesTypes = source.format().traits().takesTypes();
    return input.read(source, Optional.of(schema.textTypes()).filter(types -> takesTypes));
  }

  private static ScoringTable judged(
      TableSpec spec,
      TableSchema schema,
      Map<String, Integer> vectorSizes,
      ReadTable table,
      Optional<Snapshot> snapshot) {
    Dataset<Row> selected = new Selection(spec.select()).of(table.rows());
    schema.check(selected.schema(), "", "the model needs column ");
    Column problem = schema.firstProblem(selected.schema(), ofAnotherSize(schema, vectorSizes));
    Dataset<Row> marked = selected.withColumn(PROBLEM, problem);
    List<String> shown =
        schema.featureNames().isEmpty() ? List.of(selected.columns()) : schema.featureNames();
    List<BadRows> found =
        BadRows.find(marked, Problem.reason(col(PROBLEM)), BadRows.example(col(PROBLEM), shown));
    BadRows.settle(found, spec.badRows(), spec.data().title(), "");
    List<BadRows> bad = Stream.concat(table.bad().stream(), found.stream()).toList();
    Dataset<Row> rows = marked.where(col(PROBLEM).isNull()).drop(PROBLEM);
    return new ScoringTable(
        rows,
        SchemaCheck.of(schema, rows, selected.schema()),
        snapshot.map(Snapshot::toString),
        bad);
  }

  private static List<Problem> ofAnotherSize(TableSchema schema, Map<String, Integer> vectorSizes) {
    return schema.features().stream()
        .filter(column -> vectorSizes.containsKey(column.name()))
        .map(column -> ofAnotherSize(column, vectorSizes.get(column.name())))
        .toList();
  }

  private static Problem ofAnotherSize(TableColumn column, int size) {
    boolean array = column.kind() == ColumnKind.ARRAY;
    Column values = Sql.column(column.name());
    Column found = array ? functions.size(values) : VectorFacts.size(values);
    String what = array ? "array" : "vector";
    return new Problem(
        found.notEqual(size),
        "no " + what + " of " + size + " elements in column " + column.name(),
        column.name());
  }
}
