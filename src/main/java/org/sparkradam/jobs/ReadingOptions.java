package org.sparkradam.jobs;

import org.sparkradam.table.BadRowPolicy;
import org.sparkradam.table.TableFormat;
import org.sparkradam.table.TableSpec;
import org.sparkradam.table.TableSpecBuilder;
import picocli.CommandLine.Option;

/** The options that say how a file becomes a table. */
final class ReadingOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "auto (by file name), libsvm, csv or parquet; default ${DEFAULT-VALUE}")
  TableFormat format = TableFormat.AUTO;

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
          "quoted fields of a CSV file may hold line breaks; each file is then read by one core")
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

  /** These options for the table at a path. */
  TableSpecBuilder of(String path) {
    TableSpecBuilder builder =
        TableSpec.of(path)
            .format(format)
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
    if (select != null) {
      builder.select(select);
    }
    return builder;
  }
}
