package org.sparkradam.table.read;

import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;

/** Says, in a job's progress and on Spark's own pages, what a pass over a table is for. */
public final class PassName {
  /** Of the thread's context, where the name is. */
  public static final String PROPERTY = "spark.job.description";

  private PassName() {}

  /**
   * Names the Spark jobs that this thread runs within some work, and leaves the name that was.
   *
   * @param rows whose session they run in
   */
  public static <T> T during(Dataset<?> rows, String what, Supplier<T> work) {
    SparkContext context = rows.sparkSession().sparkContext();
    String before = context.getLocalProperty(PROPERTY);
    context.setJobDescription(what);
    try {
      return work.get();
    } finally {
      context.setJobDescription(before);
    }
  }
}
