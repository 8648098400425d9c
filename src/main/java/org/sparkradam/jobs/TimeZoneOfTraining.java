package org.sparkradam.jobs;

import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.TableSchema;

/**
 * The time zone in which a training table's timestamps were seen: hours, days and texts of them are
 * to mean the same when the model is applied, on whatever machine.
 *
 * @param id as Spark knows it; empty if nobody wrote it down
 */
record TimeZoneOfTraining(String id) {
  private static final String SETTING = "spark.sql.session.timeZone";

  static TimeZoneOfTraining of(TableSchema schema) {
    return new TimeZoneOfTraining(schema.timeZone());
  }

  /** Does something in this zone, unless the command asks for another by Spark's own setting. */
  void during(SparkSession spark, Runnable work) {
    String here = spark.conf().get(SETTING);
    if (id.isEmpty() || id.equals(here)) {
      work.run();
    } else if (spark.sparkContext().getConf().contains(SETTING)) {
      String asked = ", and " + SETTING + " asks for " + here;
      System.out.println("WARNING: the model was trained in time zone " + id + asked);
      work.run();
    } else {
      System.out.println("time zone: " + id + ", as in training");
      spark.conf().set(SETTING, id);
      try {
        work.run();
      } finally {
        spark.conf().set(SETTING, here);
      }
    }
  }
}
