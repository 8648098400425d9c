package org.sparkradam.ml;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingState;

/**
 * A tiny Spark job a second of a fit that trains on the driver, in the fit's job group: so Spark's
 * pages show how far the fit is, and the fit ends if its group was cancelled. It holds a slot for
 * milliseconds only, since a long task could keep a cluster of one core from all other work.
 */
final class DriverPulse implements TrainingListener {
  private static final long EVERY = Duration.ofSeconds(1).toNanos();

  private final JavaSparkContext context;
  private final LongSupplier nanoTime;
  private long last;

  private DriverPulse(JavaSparkContext context, LongSupplier nanoTime) {
    this.context = context;
    this.nanoTime = nanoTime;
    this.last = nanoTime.getAsLong();
  }

  /** None where each step is a job anyway. */
  static Optional<DriverPulse> of(FitBlocks blocks, LongSupplier nanoTime) {
    return blocks.training().place() == TrainingPlace.DRIVER
        ? Optional.of(
            new DriverPulse(JavaSparkContext.fromSparkContext(blocks.context()), nanoTime))
        : Optional.empty();
  }

  @Override
  public void onState(TrainingState state) {
    long now = nanoTime.getAsLong();
    if (now - last >= EVERY) {
      context.parallelize(List.of(0), 1).count();
      last = nanoTime.getAsLong();
    }
  }
}
