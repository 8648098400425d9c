package org.sparkradam.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sparkradam.table.column.BadRowPolicy;
import org.sparkradam.table.read.SourceOptions;
import org.sparkradam.table.read.TableFormat;
import org.sparkradam.table.read.TableLocation;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options that say how a file becomes a table. */
final class ReadingOptions {
  @Option(
      names = "--format",
      paramLabel = "NAME",
      converter = FormatName.class,
      description =
          "auto (by file name), libsvm, csv, parquet or another data source of Spark's by its name,"
              + " such as orc, json, avro, delta, iceberg or jdbc; default ${DEFAULT-VALUE}")
  TableFormat format = TableFormat.AUTO;

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = "an option of the data source; may be given several times")
  Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--where",
      paramLabel = "SQL",
      description =
          "a condition on the rows of each table, before anything else; sources that can read no"
              + " other rows, but types and bad rows of CSV and LIBSVM are those of all lines")
  String where;

  @Option(names = "--header", description = "the first line of a CSV file names its columns")
  boolean header;

  @Option(
      names = "--separator",
      paramLabel = "C",
      description = "between the fields of a CSV file; default a comma, or a tab for .tsv")
  String separator;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "character set of a CSV file, such as ISO-8859-1; default UTF-8")
  String encoding;

  @Option(
      names = "--multi-line",
      description =
          "quoted fields of a CSV file may hold line breaks, and records of a JSON file be of"
              + " several lines; each file is then read by one core")
  boolean multiLine;

  @Option(names = "--zero-based", description = "the first feature of a LIBSVM file is 0 and not 1")
  boolean zeroBased;

  @Option(
      names = "--num-features",
      paramLabel = "N",
      description = "dimension of a LIBSVM file; default its largest index")
  Integer numFeatures;

  @Option(
      names = "--select",
      paramLabel = "SQL",
      description = "a SELECT over __THIS__, applied to each table before anything else")
  String select;

  @Option(
      names = "--bad-rows",
      paramLabel = "fail|skip",
      description = "what to do about rows that cannot be used; default fail")
  BadRowPolicy badRows = BadRowPolicy.FAIL;

  /** Takes the names of sources as users spell them. */
  static final class FormatName implements ITypeConverter<TableFormat> {
    @Override
    public TableFormat convert(String name) {
      return TableFormat.of(name);
    }
  }

  /** These options for one table. */
  TableSpecBuilder of(TableLocation table) {
    TableSpecBuilder builder =
        TableSpec.of(table)
            .format(format)
            .options(sourceOptions())
            .header(header)
            .multiLine(multiLine)
            .zeroBased(zeroBased)
            .badRows(badRows);
    if (encoding != null) {
      builder.encoding(encoding);
    }
    if (separator != null) {
      builder.separator(separator);
    }
    if (numFeatures != null) {
      builder.numFeatures(numFeatures);
    }
    if (where != null) {
      builder.where(where);
    }
    if (select != null) {
      builder.select(select);
    }
    return builder;
  }

  SourceOptions sourceOptions() {
    return new SourceOptions(options);
  }
}
