package org.sparkradam.jobs;

import java.util.List;
import java.util.Optional;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.read.TableFormat;
import org.sparkradam.table.read.TableLocation;
import picocli.CommandLine.Option;

/** The options that say where a table is. */
final class LocationOptions {
  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "the table; given several times, the files or folders that are one table")
  List<String> data = List.of();

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "the table by its name in a catalog, as in lake.sales.clicks, without --data")
  String table;

  /** Refuses what cannot be one table. */
  void check(ReadingOptions reading) {
    boolean isAuto = reading.format.equals(TableFormat.AUTO);
    if (table != null && !data.isEmpty()) {
      throw new BadInputException("--table and --data both name the table; leave one of them out");
    }
    if (table != null && !isAuto) {
      throw new BadInputException(
          "--format %s: the catalog knows the format of a --table; leave the option out"
              .formatted(reading.format));
    }
    if (of(reading).isEmpty() && !(isAuto && reading.options.isEmpty())) {
      throw new BadInputException(
          "%s: of which table? name it with --data or --table%s"
              .formatted(
                  isAuto ? "--option" : "--format " + reading.format,
                  isAuto ? ", or a --format that the options are of" : " or by --option"));
    }
  }

  /** The table, if one is named: by its options alone where its source is not at paths. */
  Optional<TableLocation> of(ReadingOptions reading) {
    if (table != null) {
      return Optional.of(TableLocation.named(table));
    } else if (!data.isEmpty()) {
      return Optional.of(TableLocation.at(data));
    }
    boolean byOptions = !reading.format.equals(TableFormat.AUTO) && !reading.options.isEmpty();
    return byOptions ? Optional.of(TableLocation.BY_OPTIONS) : Optional.empty();
  }
}
