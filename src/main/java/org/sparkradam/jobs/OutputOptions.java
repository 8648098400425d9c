package org.sparkradam.jobs;

import static org.sparkradam.report.OutputFolder.Existing.OVERWRITTEN;
import static org.sparkradam.report.OutputFolder.Existing.REFUSED;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NotDirectoryException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.table.column.BadInputException;
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

  /**
   * The folder, which is sure to be one that can be written to.
   *
   * @throws BadInputException if it is not
   */
  OutputFolder prepare(String job, Configuration hadoop) {
    String folder = out == null ? "out/" + job + "-" + now() : out;
    try {
      return OutputFolder.prepare(hadoop, folder, overwrite ? OVERWRITTEN : REFUSED);
    } catch (NotDirectoryException e) {
      throw refusal(folder, "is a file; name a folder", e);
    } catch (DirectoryNotEmptyException e) {
      throw refusal(folder, "exists and is not empty; name another folder or add --overwrite", e);
    } catch (IOException | RuntimeException e) {
      String why = "cannot be written to (%s); name a folder that can".formatted(firstLine(e));
      throw refusal(folder, why, e);
    }
  }

  private static BadInputException refusal(String folder, String why, Exception cause) {
    return new BadInputException("--out %s %s".formatted(folder, why), cause);
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().findFirst().orElse("");
  }

  private static String now() {
    return LocalDateTime.now(ZoneId.systemDefault())
        .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT));
  }
}
