package org.sparkradam.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.sparkradam.table.column.BadInputException;
import picocli.CommandLine.Option;

class JobRunnerTest {
  /** A job that ends as it is told to. */
  private static final class Stub implements Job {
    @Option(names = "--master")
    String master;

    private final Throwable end;

    Stub(Throwable end) {
      this.end = end;
    }

    @Override
    public String title() {
      return "stub";
    }

    @Override
    public String master() {
      return master;
    }

    @Override
    public void check() {}

    @Override
    public void run(SparkSession spark, List<String> arguments) {
      if (end != null) {
        if (end instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) end;
      }
    }
  }

  @Test
  void doneIsZero() {
    run(null).assertDone();
  }

  @Test
  void badInputIsTwoHoweverDeepItLies() {
    RuntimeException deep =
        new IllegalStateException(new RuntimeException(new BadInputException("x.csv: is\n empty")));
    run(deep).assertRefused("stub: x.csv: is\\n empty");
  }

  @Test
  void anyOtherFailureIsOneWithWhatFailedAndWhy() {
    JobRun failed = run(new RuntimeException("outer", new IllegalStateException("disk\nfull")));
    assertThat(failed.status()).isEqualTo(JobRunner.FAILED);
    assertThat(failed.err().lines())
        .containsExactly("stub failed: outer: java.lang.IllegalStateException: disk");
  }

  @Test
  void anErrorIsOneToo() {
    JobRun failed = run(new OutOfMemoryError("Java heap space"));
    assertThat(failed.status()).isEqualTo(JobRunner.FAILED);
    assertThat(failed.err().lines())
        .containsExactly("stub failed: java.lang.OutOfMemoryError: Java heap space");
  }

  @Test
  void helpAndVersionNeedNoSpark() {
    for (Job job : new Job[] {new CompareOptimizers(), new GenerateData()}) {
      JobRun help = JobRun.withoutSpark(job, "--help");
      help.assertDone();
      assertThat(help.out()).contains("Usage: " + job.title(), "--out", "--master");
      JobRun version = JobRun.withoutSpark(job, "--version");
      version.assertDone();
      assertThat(version.out().lines().map(line -> line.replaceFirst(" .*", "")))
          .containsExactly("spark-radam", "spark", "scala", "java");
    }
  }

  private static JobRun run(Throwable end) {
    return JobRun.with((job, work) -> work.accept(null), new Stub(end));
  }
}
