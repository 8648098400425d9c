package org.sparkradam.jobs;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.slf4j.LoggerFactory;
import org.sparkradam.table.BadInputException;
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

  private JobRunner() {}

  /** For main methods: ends the JVM with the job's status. */
  static void main(Job job, String[] arguments) {
    System.exit(execute(job, arguments));
  }

  /** Runs the job and returns its exit status. */
  static int execute(Job job, String... arguments) {
    return new CommandLine(new Body(job))
        .addMixin("job", job)
        .setCommandName(job.title())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(JobRunner::refuse)
        .setExecutionExceptionHandler((e, line, parsed) -> fail(job, e))
        .execute(arguments);
  }

  private static int refuse(ParameterException e, String[] arguments) {
    System.err.println(oneLine(e.getMessage()) + " (--help shows the options)");
    return BAD_INPUT;
  }

  private static int fail(Job job, Exception e) {
    Throwable cause = e;
    while (!(cause instanceof BadInputException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof BadInputException) {
      System.err.println(job.title() + ": " + oneLine(cause.getMessage()));
      return BAD_INPUT;
    }
    LoggerFactory.getLogger(JobRunner.class).error("{} failed", job.title(), e);
    System.err.println(job.title() + " failed: " + oneLine(cause.toString()));
    return FAILED;
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
  private record Body(Job job) implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
      job.check();
      try (SparkSession spark = Sessions.start(job)) {
        job.run(spark);
      }
      return DONE;
    }
  }
}
