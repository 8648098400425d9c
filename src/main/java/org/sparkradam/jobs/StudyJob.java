package org.sparkradam.jobs;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.report.Report;
import org.sparkradam.report.ReportFiles;
import org.sparkradam.report.RunDescription;

/** Runs a study and leaves its report; a study of its own says which options and which report. */
abstract class StudyJob implements Job {
  private final String title;

  StudyJob(String title) {
    this.title = title;
  }

  /**
   * What a study found.
   *
   * @param table what a reader calls its table
   * @param facts every setting, as run.json holds it
   * @param settings the same for a page
   */
  record Found(
      Report report, String table, Map<String, Object> facts, Map<String, Object> settings) {}

  /** Where the report goes. */
  abstract OutputOptions output();

  /**
   * Does the work.
   *
   * @param early takes what is to be safe whatever becomes of the rest
   */
  abstract Found study(SparkSession spark, Consumer<Found> early);

  @Override
  public final String title() {
    return title;
  }

  @Override
  public final void run(SparkSession spark, List<String> arguments) {
    OutputFolder folder = output().prepare(title, spark.sparkContext().hadoopConfiguration());
    Consumer<Found> write = found -> write(folder, found, arguments);
    Found found = study(spark, write);
    write.accept(found);
    found.report().console().forEach(System.out::println);
    System.out.println("report: " + folder.location(ReportFiles.PAGE));
  }

  private void write(OutputFolder folder, Found found, List<String> arguments) {
    RunDescription run =
        RunDescription.of(
            found.table(),
            found.settings(),
            CommandLineText.of("spark-jobs/" + title, arguments),
            Versions.footer());
    new ReportFiles(folder).write(found.report(), run, found.facts());
  }
}
