package org.sparkradam.jobs;

import java.util.List;
import org.apache.spark.sql.SparkSession;

/** What a main class of this package does once its command line is understood. */
interface Job {
  /** What Spark's page calls the application. */
  String title();

  /** The master on the command line; null leaves it to spark-submit. */
  String master();

  /** Refuses what is wrong with the command alone, before Spark starts. */
  void check();

  /**
   * Does the work.
   *
   * @param arguments the command line, for reports to tell
   */
  void run(SparkSession spark, List<String> arguments);
}
