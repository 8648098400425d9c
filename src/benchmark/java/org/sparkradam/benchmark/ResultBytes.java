package org.sparkradam.benchmark;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Bytes that tasks send back to the driver. */
final class ResultBytes extends SparkListener {
  private static final int PATIENCE = 50;

  private long bytes;
  private boolean ended;

  private ResultBytes() {}

  /** Those of one job. */
  static double of(JavaSparkContext context, Runnable job) {
    ResultBytes results = new ResultBytes();
    context.sc().addSparkListener(results);
    try {
      job.run();
      return results.await();
    } finally {
      context.sc().removeSparkListener(results);
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    bytes += task.taskMetrics().resultSize();
  }

  @Override
  public synchronized void onJobEnd(SparkListenerJobEnd job) {
    ended = true;
    notifyAll();
  }

  /** Listeners are told late. */
  private synchronized double await() {
    try {
      for (int i = 0; i < PATIENCE && !ended; i++) {
        wait(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ended ? bytes : Double.NaN;
  }
}
