package org.sparkradam.jobs;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Runs cases in a JVM whose locale, character set and time zone are not those of the tests. */
public final class HabitFork {
  static final String RESULT = "result ";

  private HabitFork() {}

  /** Takes the folder to work in, and seeds. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    // As the main methods do; in Arabic digits Hadoop itself does not find its temporary files.
    Locale.setDefault(Locale.ROOT);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    HabitRuns.inQuickSession(Path.of(arguments[0]))
        .of(Arrays.stream(arguments).skip(1).mapToLong(Long::parseLong))
        .forEach(outcome -> out.println(RESULT + told(outcome)));
    System.exit(0);
  }

  /** What has to be alike everywhere. */
  static String told(HabitRun.Outcome outcome) {
    return outcome.seed() + " " + outcome.faults() + " " + outcome.metrics();
  }
}
