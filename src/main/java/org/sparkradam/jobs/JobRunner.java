package org.sparkradam.jobs;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.slf4j.LoggerFactory;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.read.Secrets;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Runs a job from its command line to its exit status: 0 done, 2 for what the user can mend in
 * command or data, 1 for the rest. Each failure is one line on the error stream.
 */
final class JobRunner {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int BAD_INPUT = 2;

  private final Sessions sessions;
  private final Charset charset;

  /**
   * @param charset by which the JVM has read the command line
   */
  JobRunner(Sessions sessions, Charset charset) {
    this.sessions = sessions;
    this.charset = charset;
  }

  /** For main methods: ends the JVM with the job's status. */
  static void main(Job job, String[] arguments) {
    Locale.setDefault(Locale.ROOT); // numbers in reports are not to depend on whose machine it is
    JobRunner runner = new JobRunner(Sessions.OF_THE_JOB, CommandLineLetters.charset());
    System.exit(runner.execute(job, arguments));
  }

  /** Runs the job and returns its exit status. */
  int execute(Job job, String... arguments) {
    Secrets secrets = Secrets.of(List.of(arguments));
    CommandLine command = new CommandLine(new Body(job, List.of(arguments), charset, sessions));
    // In lists a quote is a character like any other: a column's name may hold it.
    command.getCommandSpec().parser().splitQuotedStrings(true);
    command
        .addMixin("job", job)
        .setCommandName(job.title())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, line) -> refuse(secrets, e))
        .setExecutionExceptionHandler((e, line, parsed) -> fail(job, secrets, e));
    try {
      return command.execute(arguments);
    } catch (Error e) { // Hadoop throws one where a disk is full.
      return fail(job, secrets, e);
    }
  }

  private static int refuse(Secrets secrets, ParameterException e) {
    System.err.println(secrets.hide(oneLine(e.getMessage())) + " (--help shows the options)");
    return BAD_INPUT;
  }

  private static int fail(Job job, Secrets secrets, Throwable e) {
    Throwable cause = e;
    while (!(cause instanceof BadInputException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof BadInputException) {
      System.err.println(job.title() + ": " + secrets.hide(oneLine(cause.getMessage())));
      return BAD_INPUT;
    }
    String trace = secrets.hide(ExceptionUtils.getStackTrace(e));
    LoggerFactory.getLogger(JobRunner.class).error("{} failed\n{}", job.title(), trace);
    System.err.println(job.title() + " failed: " + secrets.hide(summary(e, cause)));
    return FAILED;
  }

  /** What failed, and the innermost reason. */
  private static String summary(Throwable failure, Throwable cause) {
    String what = firstLine(String.valueOf(failure.getMessage()));
    String why = firstLine(cause.toString());
    return failure == cause || what.contains(why) ? why : what + ": " + why;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }

  /** The job between the start and the end of its Spark session. */
  @CommandLine.Command(
      mixinStandardHelpOptions = true,
      versionProvider = Versions.class,
      usageHelpAutoWidth = true,
      sortOptions = false)
  private record Body(Job job, List<String> arguments, Charset charset, Sessions sessions)
      implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
      CommandLineLetters.requireRead(arguments, charset);
      job.check();
      sessions.lend(job, spark -> job.run(spark, arguments));
      return DONE;
    }
  }
}
