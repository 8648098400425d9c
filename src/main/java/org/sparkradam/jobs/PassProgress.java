package org.sparkradam.jobs;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.spark.SparkContext;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import org.sparkradam.table.PassName;

/**
 * Shows how far a long pass over a table is: a line every ten seconds, with what the pass is for,
 * the share of its tasks that are done and the time left. Thread-safe.
 */
final class PassProgress extends SparkListener implements AutoCloseable {
  private static final long EVERY_SECONDS = 10;

  private final PrintStream console;
  private final LongSupplier nanoTime;
  private final Map<Integer, Pass> running = new LinkedHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "progress of passes");
            thread.setDaemon(true);
            return thread;
          });

  PassProgress(PrintStream console, LongSupplier nanoTime) {
    this.console = console;
    this.nanoTime = nanoTime;
  }

  /** On the console, as long as it is open. */
  static PassProgress of(SparkContext context) {
    PassProgress progress = new PassProgress(System.out, System::nanoTime);
    context.addSparkListener(progress);
    progress.clock.scheduleAtFixedRate(
        progress::tell, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    return progress;
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
    StageInfo stage = event.stageInfo();
    String what = event.properties().getProperty(PassName.PROPERTY, stage.name());
    running.put(stage.stageId(), new Pass(what, stage.numTasks(), nanoTime.getAsLong()));
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    Pass pass = running.get(event.stageId());
    if (pass != null && event.reason() == Success$.MODULE$) {
      pass.done++;
    }
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted event) {
    running.remove(event.stageInfo().stageId());
  }

  /** A line for each pass that takes long already. */
  synchronized void tell() {
    long now = nanoTime.getAsLong();
    for (Pass pass : running.values()) {
      double seconds = (now - pass.started) / 1e9;
      if (seconds >= EVERY_SECONDS) {
        console.println(pass.line(seconds));
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  private static final class Pass {
    private final String what;
    private final int tasks;
    private final long started;
    private int done;

    Pass(String what, int tasks, long started) {
      this.what = what;
      this.tasks = tasks;
      this.started = started;
    }

    String line(double seconds) {
      String rest =
          done == 0
              ? String.format(Locale.ROOT, "%.0f s so far", seconds)
              : String.format(Locale.ROOT, "about %.0f s left", seconds / done * (tasks - done));
      return String.format(Locale.ROOT, "%3d %%  %s; %s", 100L * done / tasks, what, rest);
    }
  }
}
