package org.sparkradam.jobs;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.sparkradam.study.OutputFolder;
import picocli.CommandLine.Option;

/** The options that say where results go. */
final class OutputOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where results go, any Hadoop path; default a new folder under out/")
  String out;

  @Option(names = "--overwrite", description = "replace files of the same names in --out")
  boolean overwrite;

  OutputFolder prepare(String job, Configuration hadoop) {
    String now =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
    return OutputFolder.prepare(
        hadoop,
        out == null ? "out/" + job + "-" + now : out,
        overwrite ? OutputFolder.Existing.OVERWRITTEN : OutputFolder.Existing.REFUSED);
  }
}
