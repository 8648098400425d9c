package org.sparkradam.table.read;

import static org.apache.spark.sql.functions.col;

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
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sparkradam.table.column.BadRowPolicy;
import org.sparkradam.table.column.BadRows;
import org.sparkradam.table.column.Problem;

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
    LineProblems problems = new LineProblems(schema, used, spec.multiLine());
    HeldText judged = text.with(PROBLEM, problems.of(text));
    List<BadRows> bad =
        BadRows.find(judged.shown(), Problem.reason(col(PROBLEM)), example(text.columns()));
    settle(bad, path);
    return table(text, TypedText.of(judged.where(col(PROBLEM).isNull()), schema), bad);
  }

  private ReadTable table(HeldText text, Dataset<Row> typed, List<BadRows> bad) {
    return new ReadTable(new Condition(spec.where()).of(typed), bad, List.of(text.lines()));
  }

  /** A field that was cut in two is no bad row that could be left out: its halves may both fit. */
  private void settle(List<BadRows> bad, String path) {
    List<BadRows> open =
        bad.stream().filter(rows -> rows.reason().equals(LineProblems.OPEN_QUOTE)).toList();
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

  private static Column example(List<String> columns) {
    return functions.coalesce(
        BadRows.shortened(col(CsvFiles.MISFIT)), BadRows.example(col(PROBLEM), columns));
  }
}
