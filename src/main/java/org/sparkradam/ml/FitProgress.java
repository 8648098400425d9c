package org.sparkradam.ml;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.ml.internal.fit.FitBlocks;
import org.sparkradam.train.Resumption;
import org.sparkradam.train.TrainingListener;
import org.sparkradam.train.TrainingState;

/**
 * Describes the job of every step, and logs from where a fit goes on, and four times a minute how
 * far it is and how much time is left at most.
 */
final class FitProgress implements TrainingListener {
  private static final Logger LOG = LoggerFactory.getLogger(FitProgress.class);
  private static final long EVERY = Duration.ofSeconds(15).toNanos();

  private final String title;
  private final MiniBatchStage stage;
  private final FitBlocks blocks;
  private final long steps;
  private final LongSupplier nanoTime;
  private final long started;
  private long firstStep = -1;
  private long lastLine;

  /**
   * @param title of the fit, or the fits, in the log
   * @param steps at most
   */
  FitProgress(
      String title, MiniBatchStage stage, FitBlocks blocks, long steps, LongSupplier nanoTime) {
    this.title = title;
    this.stage = stage;
    this.blocks = blocks;
    this.steps = steps;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
    this.lastLine = started;
  }

  @Override
  public void onResume(Resumption resumption) {
    LOG.info("{}: {}", title, resumption);
  }

  @Override
  public void onState(TrainingState state) {
    JobDescription.say(
        stage,
        blocks.context(),
        String.format(Locale.ROOT, "step %d of %d", state.step() + 1, steps));
    firstStep = firstStep < 0 ? state.step() : firstStep;
    long now = nanoTime.getAsLong();
    if (now - lastLine >= EVERY && state.step() > firstStep) {
      lastLine = now;
      LOG.info("{}: {}", title, line(state, now));
    }
  }

  /** How far it is; the time left is that of all steps, though training may stop before. */
  String line(TrainingState state, long now) {
    double perStep = (now - started) / 1e9 / (state.step() - firstStep);
    return String.format(
        Locale.ROOT,
        "step %d of %d on %s, epoch %d, loss %.5g; about %d s left",
        state.step(),
        steps,
        place(),
        state.epoch(),
        loss(state),
        Math.round(perStep * (steps - state.step())));
  }

  /** The lowest there is. */
  private static double loss(TrainingState state) {
    return state.trials().stream()
        .mapToDouble(trial -> trial.history().smoothed())
        .min()
        .orElseThrow();
  }

  private String place() {
    return blocks.training().place() == TrainingPlace.DRIVER ? "the driver" : "executors";
  }

  /**
   * A tiny Spark job a second of a fit that trains on the driver, in the fit's job group: so
   * Spark's pages show how far the fit is, and the fit ends if its group was cancelled. It holds a
   * slot for milliseconds only, since a long task could keep a cluster of one core from all other
   * work.
   */
  static final class DriverPulse implements TrainingListener {
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
}
