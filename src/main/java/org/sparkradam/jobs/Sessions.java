package org.sparkradam.jobs;

import java.io.IOException;
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

  void lend(Job job, Consumer<SparkSession> work) throws IOException;

  private static SparkSession start(Job job) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("spark-radam " + job.title())
            // Spark's bar and our lines would overwrite each other.
            .config("spark.ui.showConsoleProgress", "false")
            // With it, each column that VectorAssembler takes is looked for among all others, which
            // takes minutes for some thousand of them. No job joins a table with itself.
            .config("spark.sql.analyzer.failAmbiguousSelfJoin", "false");
    String submitted = System.getProperty("spark.master", "local[*]");
    String master = job.master() == null ? submitted : job.master();
    return builder.master(MasterUrl.check(master)).getOrCreate();
  }
}
