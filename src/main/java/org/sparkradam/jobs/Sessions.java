package org.sparkradam.jobs;

import org.apache.spark.sql.SparkSession;

/** Starts the Spark session of a job. */
final class Sessions {
  private Sessions() {}

  static SparkSession start(Job job) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("spark-radam " + job.title())
            // Spark's bar and our lines would overwrite each other.
            .config("spark.ui.showConsoleProgress", "false");
    if (job.master() != null) {
      builder.master(job.master());
    } else if (System.getProperty("spark.master") == null) {
      builder.master("local[*]");
    }
    return builder.getOrCreate();
  }
}
