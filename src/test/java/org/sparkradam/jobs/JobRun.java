package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.SparkSession;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.sparkradam.testing.LocalSpark;

/** A job run in this JVM and what it said. */
record JobRun(int status, String out, String err) {
  static {
    // As Spark does when it starts, which some of these jobs end before: what java.util.logging
    // has to say goes to Log4j, and Log4j to the real streams.
    LoggerFactory.getLogger(JobRun.class);
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /** In the session that all tests share. */
  static JobRun of(Job job, String... arguments) {
    // Started before the streams are caught, so that Log4j writes to the real ones.
    SparkSession shared = LocalSpark.session();
    return with((any, work) -> work.accept(shared), job, arguments);
  }

  /** Where the command alone is at fault, which must be found before Spark starts. */
  static JobRun withoutSpark(Job job, String... arguments) {
    return with(
        (any, work) -> {
          throw new AssertionError("Spark was to be started");
        },
        job,
        arguments);
  }

  static JobRun with(Sessions sessions, Job job, String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      int status = new JobRunner(sessions, StandardCharsets.UTF_8).execute(job, arguments);
      return new JobRun(
          status,
          said.toString(StandardCharsets.UTF_8),
          complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  void assertDone() {
    assertThat(err).isEmpty();
    assertThat(status).isEqualTo(JobRunner.DONE);
  }

  /** Status 2 and one line that holds all of these. */
  void assertRefused(String... parts) {
    assertThat(err.lines()).as(err).hasSize(1);
    assertThat(err).contains(parts).doesNotContain("Exception");
    assertThat(status).isEqualTo(JobRunner.BAD_INPUT);
  }
}
