package org.sparkradam.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SaveMode;
import org.sparkradam.fit.PredictionTarget;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.read.DataSources;
import org.sparkradam.table.read.SourceOptions;
import org.sparkradam.table.read.TableFormat;
import picocli.CommandLine.Option;

/** The options that say where predictions go. */
final class PredictionOptions {
  private static final String FOLDER = "predictions";

  /** What is done where something is there already. */
  enum Mode {
    ERRORIFEXISTS(SaveMode.ErrorIfExists),
    APPEND(SaveMode.Append),
    OVERWRITE(SaveMode.Overwrite),
    IGNORE(SaveMode.Ignore);

    private final SaveMode ofSpark;

    Mode(SaveMode ofSpark) {
      this.ofSpark = ofSpark;
    }
  }

  @Option(
      names = "--output-format",
      paramLabel = "NAME",
      converter = ReadingOptions.FormatName.class,
      description =
          "parquet, csv or another data source of Spark's by its name; default parquet, and in a"
              + " table its own")
  TableFormat format;

  @Option(
      names = "--output-option",
      paramLabel = "NAME=VALUE",
      description = "an option of that data source; may be given several times")
  Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--output-table",
      paramLabel = "NAME",
      description = "write into a table of a catalog; default the folder predictions in --out")
  String table;

  @Option(
      names = "--output-mode",
      paramLabel = "MODE",
      description =
          "errorifexists, append, overwrite or ignore, where predictions are already; default"
              + " errorifexists, and overwrite in a folder with --overwrite")
  Mode mode;

  /**
   * Where predictions go.
   *
   * @param output where all else goes
   * @throws BadInputException if Spark does not know the format, or it needs a table
   */
  PredictionTarget target(OutputOptions output, OutputFolder folder) {
    Optional<TableFormat> asked =
        Optional.ofNullable(format)
            .or(() -> table == null ? Optional.of(TableFormat.PARQUET) : Optional.empty());
    asked.ifPresent(source -> DataSources.require("--output-format", source));
    boolean inFolder = table == null && asked.filter(this::isInFolder).isPresent();
    SaveMode unsaid = inFolder && output.overwrite ? SaveMode.Overwrite : SaveMode.ErrorIfExists;
    return new PredictionTarget(
        asked,
        new SourceOptions(options),
        inFolder ? Optional.of(folder.location(FOLDER)) : Optional.empty(),
        Optional.ofNullable(table),
        mode == null ? unsaid : mode.ofSpark);
  }

  /** A path that the user has given counts, and a database has none. */
  private boolean isInFolder(TableFormat source) {
    boolean hasPath = new SourceOptions(options).values().containsKey("path");
    if (source.isOfCatalogs() && !hasPath) {
      throw new BadInputException(
          "--output-format %1$s: name a table of a catalog of %1$s with --output-table"
              .formatted(source));
    }
    return !hasPath && source.isInFolder("--output-format");
  }

  /** What run.json says of it. */
  Map<String, Object> facts(PredictionTarget target) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("format", target.format().map(TableFormat::name).orElse(null));
    facts.put("options", target.options().shown());
    facts.put("folder", target.folder().orElse(null));
    facts.put("table", table);
    facts.put("mode", target.mode().name());
    return facts;
  }
}
