package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
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

  private static final String MISFIT = "\0misfit";
  private static final String PROBLEM = "\0problem";
  private static final String REPLACEMENT = "\uFFFD";
  private static final String OPEN_QUOTE =
      "a quoted field does not end on its line: --multi-line reads fields with line breaks";

  /** Options of Spark's source, and ours for the same. */
  private static final Map<String, String> OURS = ours();

  private static Map<String, String> ours() {
    Map<String, String> ours = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    ours.put("sep", "--separator");
    ours.put("delimiter", "--separator");
    ours.put("header", "--header");
    ours.put("encoding", "--encoding");
    ours.put("charset", "--encoding");
    ours.put("multiLine", "--multi-line");
    ours.put("mode", "--bad-rows");
    ours.put("inferSchema", "--categorical");
    return ours;
  }

  @Override
  public ReadTable read(TableLocation location, Optional<StructType> like) {
    refuseOurs();
    String[] paths = location.paths().toArray(String[]::new);
    String path = location.title();
    List<String> columns = columns(paths);
    Dataset<Row> text = arranged.apply(text(paths, columns)).persist(StorageLevel.DISK_ONLY());
    try {
      CsvTypes types = new CsvTypes(spec.categorical(), like);
      CsvTypes.Inferred inferred = types.infer(text, columns, MISFIT);
      refuseReplaced(path, inferred.replaced());
      Column problem = Problem.first(problems(inferred.schema()));
      Dataset<Row> judged = text.withColumn(PROBLEM, problem);
      List<BadRows> bad =
          inferred.fits()
              ? List.of()
              : BadRows.find(judged, Problem.reason(col(PROBLEM)), example(columns));
      settle(bad, path);
      Dataset<Row> good = bad.isEmpty() ? text : judged.where(col(PROBLEM).isNull());
      Dataset<Row> typed = typed(good, inferred.schema());
      return new ReadTable(new Condition(spec.where()).of(typed), bad, List.of(text));
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      text.unpersist();
      throw e;
    }
  }

  /** A field that was cut in two is no bad row that could be left out: its halves may both fit. */
  private void settle(List<BadRows> bad, String path) {
    List<BadRows> open = bad.stream().filter(rows -> rows.reason().equals(OPEN_QUOTE)).toList();
    BadRows.settle(bad, open.isEmpty() ? spec.badRows() : BadRowPolicy.FAIL, path, remedies());
  }

  /** What this reader says to Spark by itself would be said twice, and one of both not heard. */
  private void refuseOurs() {
    spec.options().values().keySet().stream()
        .filter(OURS::containsKey)
        .findFirst()
        .ifPresent(
            name -> {
              throw new BadInputException(
                  "--option %s: of CSV files this is said by %s".formatted(name, OURS.get(name)));
            });
  }

  private String remedies() {
    return (spec.header() ? "" : ", --header takes the first line as names")
        + ", --categorical COL takes a column as text";
  }

  /** Files that are one table have one header: Spark would take the first one's for all. */
  private List<String> columns(String[] paths) {
    List<String> columns = columns(paths[0]);
    for (String path : paths) {
      List<String> here = columns(path);
      if (!here.equals(columns)) {
        throw new BadInputException(
            "%s has the columns %s, but %s has %s; files of one table have the same, in one order"
                .formatted(
                    path,
                    new ColumnNames(here).listed(),
                    paths[0],
                    new ColumnNames(columns).listed()));
      }
    }
    return columns;
  }

  private List<String> columns(String path) {
    DataFrameReader reader = reader(path).option("header", spec.header());
    List<String> columns;
    try {
      columns = List.of(reader.csv(path).columns());
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      throw new BadInputException(path + ": cannot be read as CSV: " + Causes.oneLine(e), e);
    }
    columns.stream()
        .filter(name -> name.contains(REPLACEMENT) || name.contains("\0"))
        .findFirst()
        .ifPresent(name -> refuseEncoding(path + ": the name '" + name + "'"));
    return columns;
  }

  /** Two words that differ in letters which cannot be read would be one category. */
  private void refuseReplaced(String path, Map<String, String> replaced) {
    replaced.keySet().stream()
        .filter(used)
        .findFirst()
        .ifPresent(
            column ->
                refuseEncoding(
                    path + ": column " + column + " holds '" + replaced.get(column) + "', which"));
  }

  private void refuseEncoding(String what) {
    if (spec.encoding().isEmpty()) {
      throw new BadInputException(
          what
              + " is not UTF-8; name the file's character set with --encoding, such as ISO-8859-1"
              + " or UTF-16 (--encoding UTF-8 takes it as it is)");
    }
  }

  private Dataset<Row> text(String[] paths, List<String> columns) {
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return reader(paths[0])
        .option("header", spec.header())
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", MISFIT)
        .schema(schema.add(MISFIT, DataTypes.StringType))
        .csv(paths);
  }

  private DataFrameReader reader(String path) {
    String fallback = TableFormat.withoutCompression(path).endsWith(".tsv") ? "\t" : ",";
    String given = spec.separator().map(s -> s.replace("\\t", "\t")).orElse(fallback);
    if (given.isEmpty()) {
      throw new BadInputException("--separator is empty; give a character such as ';' or '\\t'");
    }
    DataFrameReader reader =
        session
            .read()
            .options(spec.options().values())
            .option("sep", given)
            .option("escape", "\"")
            .option("multiLine", isMultiLine());
    if (isMultiLine()) {
      Configuration hadoop = session.sparkContext().hadoopConfiguration();
      Path first = new TableFiles(hadoop).firstFile(path);
      new CsvLineEnd(hadoop, spec.encoding())
          .of(first)
          .ifPresent(end -> reader.option("lineSep", end));
    }
    return spec.encoding().map(name -> reader.option("encoding", name)).orElse(reader);
  }

  /** Of wide characters, Spark finds the ends of lines only if it reads a file as one. */
  private boolean isMultiLine() {
    return spec.multiLine()
        || spec.encoding().filter(name -> name.matches("(?i)utf-?(16|32).*")).isPresent();
  }

  private List<Problem> problems(StructType schema) {
    Column misfit = col(MISFIT);
    List<Problem> problems = new ArrayList<>();
    if (!spec.multiLine()) {
      Column quotes =
          functions
              .length(misfit)
              .minus(functions.length(functions.regexp_replace(misfit, "\"", "")));
      problems.add(new Problem(quotes.mod(2).equalTo(1), OPEN_QUOTE, MISFIT));
    }
    problems.add(
        new Problem(
            misfit.isNotNull(), "the number of fields is not that of the first line", MISFIT));
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
        "NOT " + MissingText.IN_CSV.isMissing(sql) + " AND " + CsvTypes.number(sql) + " IS NULL";
    return new Problem(expr(condition), "no number in the numeric column " + column, column);
  }

  private static Column example(List<String> columns) {
    return functions.coalesce(
        BadRows.shortened(col(MISFIT)), BadRows.example(col(PROBLEM), columns));
  }

  private static Dataset<Row> typed(Dataset<Row> text, StructType schema) {
    Column[] columns =
        Arrays.stream(schema.fields())
            .map(
                field ->
                    field.dataType().equals(DataTypes.StringType)
                        ? Sql.column(field.name())
                        : expr(CsvTypes.cast(Sql.name(field.name()), field.dataType()))
                            .as(field.name()))
            .toArray(Column[]::new);
    return text.select(columns);
  }
}
