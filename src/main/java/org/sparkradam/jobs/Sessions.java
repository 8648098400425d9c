package org.sparkradam.jobs;

import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** Lends a job the Spark session that it works in. */
@FunctionalInterface
interface Sessions {
  /** A session that begins and ends with the job. */
  Sessions OF_THE_JOB =
      (job, work) -> {
        try (SparkSession spark = start(job)) {
          work.accept(spark);
        }
      };

  /**
   * What suits jobs better than Spark's own defaults, unless the user of spark-submit says
   * otherwise.
   */
  Map<String, String> DEFAULTS =
      Map.of(
          // Spark's bar and our lines would overwrite each other.
          "spark.ui.showConsoleProgress",
          "false",
          // With it, each column that VectorAssembler takes is looked for among all others, which
          // takes minutes for some thousand of them. No job joins a table with itself.
          "spark.sql.analyzer.failAmbiguousSelfJoin",
          "false",
          // One method of all that happens to a row is so long, with some dozen columns and more,
          // that the JVM does not take it or never compiles it, and its making is in vain.
          "spark.sql.codegen.wholeStage",
          "false",
          // To load the tables of all languages takes half a second, for letters that are ASCII.
          "spark.sql.icu.caseMappings.enabled",
          "false");

  void lend(Job job, Consumer<SparkSession> work) throws IOException;

  private static SparkSession start(Job job) {
    SparkSession.Builder builder = SparkSession.builder().appName("spark-radam " + job.title());
    DEFAULTS.forEach(
        (setting, value) -> {
          if (System.getProperty(setting) == null) {
            builder.config(setting, value);
          }
        });
    String submitted = System.getProperty("spark.master", "local[*]");
    String master = job.master() == null ? submitted : job.master();
    return builder.master(MasterUrl.check(master)).getOrCreate();
  }
}
