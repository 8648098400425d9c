package org.sparkradam.table.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.Causes;
import org.sparkradam.table.column.ColumnNames;

/** CSV files that are one table, as Spark's source is to open them: all fields as text. */
record CsvFiles(SparkSession session, TableSpec spec, List<String> paths) {
  /** Column of the lines that do not have as many fields as the first one; else null. */
  static final String MISFIT = "\0misfit";

  private static final String REPLACEMENT = "\uFFFD";

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

  /**
   * @throws BadInputException if options of the source say what options of ours do
   */
  CsvFiles {
    refuseOurs(spec);
  }

  /** What this reader says to Spark by itself would be said twice, and one of both not heard. */
  private static void refuseOurs(TableSpec spec) {
    spec.options().values().keySet().stream()
        .filter(OURS::containsKey)
        .findFirst()
        .ifPresent(
            name -> {
              throw new BadInputException(
                  "--option %s: of CSV files this is said by %s".formatted(name, OURS.get(name)));
            });
  }

  /**
   * The names of the columns. Files that are one table have one header: Spark would take the first
   * one's for all.
   *
   * @throws BadInputException if they differ, or one cannot be read
   */
  List<String> columns() {
    List<String> columns = columns(paths.get(0));
    for (String path : paths.subList(1, paths.size())) {
      List<String> here = columns(path);
      if (!here.equals(columns)) {
        throw new BadInputException(
            "%s has the columns %s, but %s has %s; files of one table have the same, in one order"
                .formatted(
                    path,
                    new ColumnNames(here).listed(),
                    paths.get(0),
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

  /** Refuses what was read as UTF-8 for want of another name, and is not. */
  void refuseEncoding(String what) {
    if (spec.encoding().isEmpty()) {
      throw new BadInputException(
          what
              + " is not UTF-8; name the file's character set with --encoding, such as ISO-8859-1"
              + " or UTF-16 (--encoding UTF-8 takes it as it is)");
    }
  }

  /** All fields as text, and after them {@link #MISFIT}. */
  Dataset<Row> text(List<String> columns) {
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return reader(paths.get(0))
        .option("header", spec.header())
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", MISFIT)
        .schema(schema.add(MISFIT, DataTypes.StringType))
        .csv(paths.toArray(String[]::new));
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

  /**
   * Finds how the lines of a CSV file end, where its fields may hold line breaks. Spark's parser
   * takes the first break that it meets, in quotes or not, for the end of all lines: a text from
   * Windows in a file from elsewhere, and all rows but one are gone.
   */
  private record CsvLineEnd(Configuration configuration, Optional<String> encoding) {
    /** A first line that is longer is left to Spark. */
    private static final int LONGEST = 1 << 20;

    /** What ends the first line; empty if there is one line only. */
    Optional<String> of(Path file) {
      try (Reader reader = new InputStreamReader(opened(file), charset())) {
        boolean quoted = false;
        for (int i = 0, c = reader.read(); c >= 0 && i < LONGEST; i++, c = reader.read()) {
          if (c == '"') {
            quoted = !quoted;
          } else if (!quoted && c == '\n') {
            return Optional.of("\n");
          } else if (!quoted && c == '\r') {
            return Optional.of(reader.read() == '\n' ? "\r\n" : "\r");
          }
        }
        return Optional.empty();
      } catch (IOException e) {
        throw new BadInputException(file + ": cannot be read: " + Causes.oneLine(e), e);
      }
    }

    private InputStream opened(Path file) throws IOException {
      InputStream bytes = file.getFileSystem(configuration).open(file);
      CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(file);
      return codec == null ? bytes : codec.createInputStream(bytes);
    }

    /** An unknown name is Spark's to refuse. */
    private Charset charset() {
      return encoding
          .filter(name -> name.matches("[\\w.:+-]+") && Charset.isSupported(name))
          .map(Charset::forName)
          .orElse(StandardCharsets.UTF_8);
    }
  }
}
