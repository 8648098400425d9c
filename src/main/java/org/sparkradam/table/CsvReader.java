package org.sparkradam.table;

import static org.apache.spark.sql.functions.expr;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * CSV, read as text first, with the lines that do not fit kept: only so are rows of a wrong number
 * of fields noticed. The text is kept on disk meanwhile, the typed table in memory. Fields hold no
 * line breaks, so that large files can be split.
 *
 * @param used which columns matter: a text among the numbers of any other does not make a row bad
 */
record CsvReader(
    SparkSession session,
    boolean header,
    Optional<String> separator,
    List<String> categorical,
    Predicate<String> used,
    BadRowPolicy policy)
    implements TableReader {

  private static final String MISFIT = "spark-radam misfit";

  @Override
  public ReadTable read(String path, Optional<StructType> like) {
    List<String> columns = columns(path);
    Dataset<Row> text = text(path, columns).persist(StorageLevel.DISK_ONLY());
    try {
      CsvTypes types = new CsvTypes(categorical, like);
      Dataset<Row> fitting = text.where(Sql.column(MISFIT).isNull());
      StructType schema = types.infer(fitting, columns);
      Column reason = reason(schema);
      List<BadRows> bad = BadRows.find(text, reason, example(columns));
      BadRows.settle(bad, policy, path, remedies());
      Dataset<Row> typed = typed(text.where(reason.isNull()), schema);
      typed.persist(StorageLevel.MEMORY_AND_DISK());
      return new ReadTable(typed, bad, List.of(typed, text));
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      text.unpersist();
      throw e;
    }
  }

  private String remedies() {
    return (header ? "" : ", --header takes the first line as names")
        + ", --categorical COL takes a column as text";
  }

  private List<String> columns(String path) {
    DataFrameReader reader = reader(path).option("header", header);
    try {
      return List.of(reader.csv(path).columns());
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      throw new BadInputException(path + ": cannot be read as CSV: " + Causes.oneLine(e), e);
    }
  }

  private Dataset<Row> text(String path, List<String> columns) {
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return reader(path)
        .option("header", header)
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", MISFIT)
        .schema(schema.add(MISFIT, DataTypes.StringType))
        .csv(path);
  }

  private DataFrameReader reader(String path) {
    String fallback = TableFormat.withoutCompression(path).endsWith(".tsv") ? "\t" : ",";
    String given = separator.map(s -> s.replace("\\t", "\t")).orElse(fallback);
    if (given.isEmpty()) {
      throw new BadInputException("--separator is empty; give a character such as ';' or '\\t'");
    }
    return session.read().option("sep", given).option("escape", "\"");
  }

  private Column reason(StructType schema) {
    Column misfit =
        functions.when(
            Sql.column(MISFIT).isNotNull(), "the number of fields is not that of the first line");
    Column[] reasons =
        Stream.concat(
                Stream.of(misfit),
                Arrays.stream(schema.fields())
                    .filter(field -> ColumnKind.of(field.dataType()).isNumber())
                    .map(field -> field.name())
                    .filter(used)
                    .map(CsvReader::unparsable))
            .toArray(Column[]::new);
    return functions.coalesce(reasons);
  }

  private static Column unparsable(String column) {
    String sql = Sql.name(column);
    String condition =
        "NOT " + MissingText.IN_CSV.isMissing(sql) + " AND " + CsvTypes.number(sql) + " IS NULL";
    return functions.when(expr(condition), "no number in the numeric column " + column);
  }

  private static Column example(List<String> columns) {
    return functions.coalesce(BadRows.shortened(Sql.column(MISFIT)), BadRows.shortText(columns));
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
