package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * CSV, read as text first, with the lines that do not fit kept: only so are rows of a wrong number
 * of fields noticed. The text is kept on disk meanwhile. Fields hold no line breaks unless asked
 * for, so that large files can be split.
 *
 * @param used which columns matter: a text among the numbers of any other does not make a row bad
 * @param arranged what is done to the lines before they are looked at
 */
record CsvReader(
    SparkSession session,
    TableSpec spec,
    Predicate<String> used,
    UnaryOperator<Dataset<Row>> arranged)
    implements TableReader {

  private static final String PROBLEM = "\0problem";
  private static final String OPEN_QUOTE =
      "a quoted field does not end on its line: --multi-line reads fields with line breaks";

  @Override
  public ReadTable read(TableLocation location, Optional<StructType> like) {
    CsvFiles files = new CsvFiles(session, spec, location.paths());
    List<String> columns = files.columns();
    HeldText text = HeldText.of(arranged.apply(files.text(columns)), columns);
    CsvTypes types = new CsvTypes(spec.categorical(), like);
    return Persisting.unlessItFails(
        text.lines(), StorageLevel.DISK_ONLY(), () -> read(files, text, types, location.title()));
  }

  private ReadTable read(CsvFiles files, HeldText text, CsvTypes types, String path) {
    CsvTypes.Inferred inferred =
        PassName.during(text.lines(), "finding the types of columns", () -> types.infer(text));
    refuseReplaced(files, path, inferred.replaced());
    StructType schema = inferred.schema();
    if (inferred.fits()) {
      return table(text, TypedText.of(text, schema), List.of());
    }
    List<String> columns = text.columns();
    Dataset<Row> judged = text.byColumn().withColumn(PROBLEM, Problem.first(problems(schema)));
    List<BadRows> bad = BadRows.find(judged, Problem.reason(col(PROBLEM)), example(columns));
    settle(bad, path);
    HeldText good =
        new HeldText(judged.where(col(PROBLEM).isNull()), columns, HeldText.Layout.BY_COLUMN);
    return table(text, TypedText.of(good, schema), bad);
  }

  private ReadTable table(HeldText text, Dataset<Row> typed, List<BadRows> bad) {
    return new ReadTable(new Condition(spec.where()).of(typed), bad, List.of(text.lines()));
  }

  /** A field that was cut in two is no bad row that could be left out: its halves may both fit. */
  private void settle(List<BadRows> bad, String path) {
    List<BadRows> open = bad.stream().filter(rows -> rows.reason().equals(OPEN_QUOTE)).toList();
    BadRows.settle(bad, open.isEmpty() ? spec.badRows() : BadRowPolicy.FAIL, path, remedies());
  }

  private String remedies() {
    return (spec.header() ? "" : ", --header takes the first line as names")
        + ", --categorical COL takes a column as text";
  }

  /** Two words that differ in letters which cannot be read would be one category. */
  private void refuseReplaced(CsvFiles files, String path, Map<String, String> replaced) {
    replaced.keySet().stream()
        .filter(used)
        .findFirst()
        .ifPresent(
            column ->
                files.refuseEncoding(
                    path + ": column " + column + " holds '" + replaced.get(column) + "', which"));
  }

  private List<Problem> problems(StructType schema) {
    Column misfit = col(CsvFiles.MISFIT);
    List<Problem> problems = new ArrayList<>();
    if (!spec.multiLine()) {
      Column quotes =
          functions
              .length(misfit)
              .minus(functions.length(functions.regexp_replace(misfit, "\"", "")));
      problems.add(new Problem(quotes.mod(2).equalTo(1), OPEN_QUOTE, CsvFiles.MISFIT));
    }
    problems.add(
        new Problem(
            misfit.isNotNull(),
            "the number of fields is not that of the first line",
            CsvFiles.MISFIT));
    Arrays.stream(schema.fields())
        .filter(field -> ColumnKind.of(field.dataType()).isNumber())
        .map(StructField::name)
        .filter(used)
        .map(CsvReader::unparsable)
        .forEach(problems::add);
    return problems;
  }

  private static Problem unparsable(String column) {
    String sql = Sql.name(column);
    String condition =
        "NOT " + MissingText.IN_CSV.isMissing(sql) + " AND " + CsvNumber.sql(sql) + " IS NULL";
    return new Problem(expr(condition), "no number in the numeric column " + column, column);
  }

  private static Column example(List<String> columns) {
    return functions.coalesce(
        BadRows.shortened(col(CsvFiles.MISFIT)), BadRows.example(col(PROBLEM), columns));
  }
}
