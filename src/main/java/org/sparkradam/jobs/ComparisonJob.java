package org.sparkradam.jobs;

import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.report.Report;
import picocli.CommandLine.Mixin;

/** A study whose statistics are those of a comparison's trials. */
abstract class ComparisonJob extends StudyJob {
  @Mixin final ComparisonOptions options;

  /**
   * @param options with the study's defaults
   */
  ComparisonJob(String title, ComparisonOptions options) {
    super(title);
    this.options = options;
  }

  /**
   * What is told of the trials.
   *
   * @param early takes what is to be safe whatever becomes of the rest
   */
  abstract Report report(ComparisonRun run, Consumer<Report> early);

  @Override
  public String master() {
    return options.master;
  }

  @Override
  OutputOptions output() {
    return options.output;
  }

  @Override
  Found study(SparkSession spark, Consumer<Found> early) {
    try (ComparisonRun run = options.run(spark, title())) {
      return run.found(report(run, report -> early.accept(run.found(report))));
    }
  }
}
