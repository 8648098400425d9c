package org.sparkradam.study;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Shows how far a comparison is: a line a few times a minute with the time left, and a description
 * of each Spark job for whoever looks at Spark's own page. Not thread-safe.
 */
public final class ConsoleProgress implements ComparisonProgress {
  private static final long FIRST_AFTER_SECONDS = 3;
  private static final long EVERY_SECONDS = 10;

  private final JavaSparkContext context;
  private final PrintStream console;
  private final int trials;
  private final long stepsATrial;
  private final LongSupplier nanoTime;
  private boolean timing;
  private long started;
  private long nextLine;

  public ConsoleProgress(
      JavaSparkContext context, PrintStream console, int trials, long stepsATrial) {
    this(context, console, trials, stepsATrial, System::nanoTime);
  }

  ConsoleProgress(
      JavaSparkContext context,
      PrintStream console,
      int trials,
      long stepsATrial,
      LongSupplier nanoTime) {
    this.context = context;
    this.console = console;
    this.trials = trials;
    this.stepsATrial = stepsATrial;
    this.nanoTime = nanoTime;
  }

  @Override
  public void step(Trial trial, long step) {
    String where =
        "trial %d of %d (%s), step %d of %d"
            .formatted(trial.id(), trials, trial.title(), step, stepsATrial);
    context.setJobDescription(where);
    long now = nanoTime.getAsLong();
    if (!timing) {
      // What comes before, such as shuffling, says nothing of how long a step takes.
      timing = true;
      started = now;
      nextLine = now + Duration.ofSeconds(FIRST_AFTER_SECONDS).toNanos();
    }
    if (now >= nextLine && trial.id() + step > 1) {
      nextLine = now + Duration.ofSeconds(EVERY_SECONDS).toNanos();
      double share =
          ((trial.id() - 1) * (double) stepsATrial + step) / (trials * (double) stepsATrial);
      console.printf(
          "%3.0f %%  %s; about %s left%n", 100 * share, where, left(now - started, share));
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

  private static String left(long elapsed, double share) {
    long seconds = share > 0 ? Math.round(elapsed / 1e9 * (1 - share) / share) : 0;
    return seconds < 90 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
  }
}
