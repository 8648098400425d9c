package org.sparkradam.fit;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.train.Resumption;

/**
 * Shows how far a comparison is: from where it is resumed, a line a few times a minute with the
 * time left, and a description of each Spark job for whoever looks at Spark's own page. Not
 * thread-safe.
 */
public final class ConsoleProgress implements Progress {
  private static final long FIRST_AFTER_SECONDS = 3;
  private static final long EVERY_SECONDS = 10;

  private final JavaSparkContext context;
  private final PrintStream console;
  private final LongSupplier nanoTime;
  private boolean timing;
  private long started;
  private double startShare;
  private long nextLine;

  public ConsoleProgress(JavaSparkContext context, PrintStream console) {
    this(context, console, System::nanoTime);
  }

  /** Of a job, on its console. */
  public static ConsoleProgress of(SparkSession spark) {
    return new ConsoleProgress(JavaSparkContext.fromSparkContext(spark.sparkContext()), System.out);
  }

  ConsoleProgress(JavaSparkContext context, PrintStream console, LongSupplier nanoTime) {
    this.context = context;
    this.console = console;
    this.nanoTime = nanoTime;
  }

  @Override
  public void resumed(Resumption resumption) {
    console.println(resumption);
  }

  @Override
  public void training(String where, double share) {
    context.setJobDescription(where);
    long now = nanoTime.getAsLong();
    if (!timing) {
      // What comes before, such as shuffling, says nothing of how long a step takes.
      timing = true;
      started = now;
      startShare = share;
      nextLine = now + Duration.ofSeconds(FIRST_AFTER_SECONDS).toNanos();
    }
    if (now >= nextLine && share > startShare) {
      nextLine = now + Duration.ofSeconds(EVERY_SECONDS).toNanos();
      console.printf(
          Locale.ROOT, "%3.0f %%  %s; about %s left%n", 100 * share, where, left(now, share));
    }
  }

  @Override
  public void afterTrials(String what) {
    context.setJobDescription(what);
    long now = nanoTime.getAsLong();
    if (now >= nextLine) {
      nextLine = now + Duration.ofSeconds(EVERY_SECONDS).toNanos();
      console.println("trials done; " + what);
    }
  }

  private String left(long now, double share) {
    double perShare = (now - started) / 1e9 / (share - startShare);
    long seconds = Math.round(perShare * (1 - share));
    return seconds < 90 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
  }
}
