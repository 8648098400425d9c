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
    TableSpecBuilder builder = TableSpec.of(path).format(format).header(header).badRows(badRows);
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
