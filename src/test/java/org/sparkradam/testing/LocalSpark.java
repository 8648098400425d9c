package org.sparkradam.testing;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session that all tests of a JVM share: two cores, few partitions, no UI, and as
 * many attempts at a task as a cluster makes.
 */
public final class LocalSpark {
  private static SparkSession session;

  private LocalSpark() {}

  /**
   * Starts the session at the first call; it is stopped when the JVM ends. The profile {@code fast}
   * has none.
   */
  public static synchronized SparkSession session() {
    if (Boolean.getBoolean("sparkradam.noSession")) {
      throw new IllegalStateException("this test needs a Spark session: exclude it from -Pfast");
    }
    if (session == null) {
      session =
          SparkSession.builder()
              .master("local[2,4]")
              .appName("spark-radam tests")
              .config("spark.ui.enabled", "false")
              .config("spark.driver.host", "127.0.0.1")
              .config("spark.driver.bindAddress", "127.0.0.1")
              .config("spark.sql.shuffle.partitions", "2")
              .config("spark.sql.warehouse.dir", "target/spark-warehouse")
              .getOrCreate();
      session.sparkContext().setLogLevel("WARN");
      Runtime.getRuntime().addShutdownHook(new Thread(session::stop));
    }
    return session;
  }

  public static JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(session().sparkContext());
  }
}
