package org.sparkradam.jobs;

import java.io.PrintStream;
import java.util.HashMap;
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
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.scheduler.StageInfo;
import org.sparkradam.table.read.PassName;

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
  public synchronized void onTaskStart(SparkListenerTaskStart event) {
    Pass pass = running.get(event.stageId());
    if (pass != null) {
      pass.starts.put(event.taskInfo().taskId(), nanoTime.getAsLong());
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    Pass pass = running.get(event.stageId());
    if (pass != null) {
      pass.end(event.taskInfo().taskId(), event.reason() == Success$.MODULE$, nanoTime.getAsLong());
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
      if (now - pass.started >= TimeUnit.SECONDS.toNanos(EVERY_SECONDS)) {
        console.println(pass.line(now));
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
    private final Map<Long, Long> starts = new HashMap<>();
    private long nanosOfDone;
    private int done;

    Pass(String what, int tasks, long started) {
      this.what = what;
      this.tasks = tasks;
      this.started = started;
    }

    void end(long task, boolean successful, long now) {
      Long start = starts.remove(task);
      if (successful && start != null) {
        nanosOfDone += now - start;
        done++;
      }
    }

    String line(long now) {
      String rest =
          done == 0
              ? String.format(Locale.ROOT, "%.0f s so far", (now - started) / 1e9)
              : String.format(Locale.ROOT, "about %.0f s left", left(now) / 1e9);
      return String.format(Locale.ROOT, "%3d %%  %s; %s", 100L * done / tasks, what, rest);
    }

    /** If each task takes what those that are done took on average, as many at a time as now. */
    private double left(long now) {
      double each = (double) nanosOfDone / done;
      double begun = starts.values().stream().mapToDouble(s -> Math.max(0, each - now + s)).sum();
      double waiting = each * (tasks - done - starts.size());
      return (begun + waiting) / Math.max(1, starts.size());
    }
  }
}
