package org.sparkradam.benchmark.commands;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.benchmark.TablesFolder;

/**
 * Runs {@code train} and {@link HandWrittenPipeline} in turns on each table, every time in a new
 * process by the project's own launchers.
 *
 * @param only titles of the tables to run
 * @param repeats runs of each side; all count, since a user's first run is not warm either
 * @param progress told of each run
 */
public record CommandContests(
    SparkSession spark, TablesFolder folder, List<String> only, int repeats, PrintStream progress) {
  /** What lines of {@code train} begin with, and what begins there. */
  private static final Map<String, String> PHASES =
      Map.of(
          "reading, checking", "reading and preparing",
          "making features", "making features",
          "training a ", "training and saving",
          "trained in ", "measuring and reporting",
          "report: ", "done");

  /** Titles of all tables. */
  public static List<String> names() {
    return Arrays.stream(CommandTable.values()).map(CommandTable::title).toList();
  }

  /** Every table's seconds; nothing of what the commands wrote stays. */
  public CommandTimes run() {
    try {
      Path scratch = Files.createTempDirectory("commands");
      try {
        List<CommandTimes.Row> rows = new ArrayList<>();
        for (CommandTable table : CommandTable.values()) {
          if (only.contains(table.title())) {
            rows.add(row(table, scratch));
          }
        }
        return new CommandTimes(rows);
      } finally {
        FileUtils.deleteDirectory(scratch.toFile());
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot run commands", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private CommandTimes.Row row(CommandTable table, Path scratch)
      throws IOException, InterruptedException {
    String file = file(table, scratch);
    List<TimedCommand> ours = new ArrayList<>();
    List<TimedCommand> byHand = new ArrayList<>();
    for (int run = 0; run < repeats; run++) {
      String out = scratch.resolve(table.title() + run).toString();
      ours.add(timed("train", table, train(table, file, out), CommandContests::phaseOfTrain));
      byHand.add(timed("by hand", table, byHand(table, file, out), CommandContests::phaseByHand));
    }
    return new CommandTimes.Row(table.title(), ours, byHand);
  }

  private TimedCommand timed(
      String side,
      CommandTable table,
      List<String> command,
      Function<String, Optional<String>> phase)
      throws IOException, InterruptedException {
    TimedCommand timed = TimedCommand.run(command, phase);
    progress.printf(Locale.ROOT, "%s, %s: %.1f s%n", table.title(), side, timed.seconds());
    return timed;
  }

  private String file(CommandTable table, Path scratch) throws IOException {
    if (table == CommandTable.GENERATED) {
      GeneratedCsv.write(spark, scratch.toString());
      return scratch.resolve(table.file()).toString();
    }
    folder.require(spark, table.file());
    return folder.file(table.file());
  }

  private static List<String> train(CommandTable table, String file, String out) {
    List<String> command = new ArrayList<>(List.of(launcher("train"), "--data", file));
    command.addAll(table.trainOptions());
    command.addAll(List.of("--out", out + "-train"));
    return command;
  }

  private static List<String> byHand(CommandTable table, String file, String out) {
    return List.of(
        launcher("spark-submit"),
        "--class",
        HandWrittenPipeline.class.getName(),
        jar(),
        table.name(),
        file,
        out + "-by-hand");
  }

  /** The folder that the launchers tell whom they start. */
  private static String launcher(String name) {
    return Path.of(System.getenv("SPARK_RADAM_HOME"), "spark-jobs", name).toString();
  }

  private static String jar() {
    return new File(
            CommandContests.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .getAbsolutePath();
  }

  private static Optional<String> phaseOfTrain(String line) {
    return PHASES.entrySet().stream()
        .filter(phase -> line.startsWith(phase.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Optional<String> phaseByHand(String line) {
    return Optional.of(line)
        .filter(text -> text.startsWith(HandWrittenPipeline.PHASE))
        .map(text -> text.substring(HandWrittenPipeline.PHASE.length()));
  }
}
