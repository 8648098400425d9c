package org.sparkradam.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.jobs.habits.Habit;
import org.sparkradam.jobs.habits.Habits;
import org.sparkradam.testing.LocalSpark;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs the cases of many seeds side by side in one session.
 *
 * @param folder for the files of each; those of good cases are deleted
 */
record HabitRuns(SparkSession session, Path folder) {
  private static final int AT_ONCE = 2;
  private static final long LONGEST_SECONDS = 60;

  /** One case in so many leaves its model and report in files, and is scored from there. */
  private static final int WITH_FILES = 10;

  /** A case that is no test: the first one of a JVM takes many times as long as the others. */
  private static final long WARM_UP = -WITH_FILES;

  /** In a session for tables of a few rows, where planning is what takes the time. */
  static HabitRuns inQuickSession(Path folder) {
    SparkSession quick = LocalSpark.session().newSession();
    quick.conf().set("spark.sql.shuffle.partitions", 1);
    quick.conf().set("spark.sql.adaptive.enabled", false);
    quick.conf().set("spark.sql.codegen.wholeStage", false);
    quick.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    quick.conf().set("spark.sql.ui.explainMode", "simple");
    quick.conf().set("spark.sql.maxPlanStringLength", 100);
    quick.conf().set("spark.sql.debug.maxToStringFields", 1);
    return new HabitRuns(quick, folder);
  }

  /** The outcomes in the order of seeds. */
  List<HabitRun.Outcome> of(LongStream seeds) throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try (ThreadStreams streams = new ThreadStreams()) {
      run(WARM_UP, streams);
      List<Future<HabitRun.Outcome>> running =
          seeds.mapToObj(seed -> workers.submit(() -> limited(seed, streams))).toList();
      List<HabitRun.Outcome> outcomes = new ArrayList<>();
      for (Future<HabitRun.Outcome> one : running) {
        outcomes.add(one.get());
      }
      return outcomes;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      workers.shutdownNow();
      SparkSession.setActiveSession(LocalSpark.session()); // the warm-up's was this thread's
    }
  }

  /** In a thread of its own, which may be left behind. */
  private HabitRun.Outcome limited(long seed, ThreadStreams streams)
      throws InterruptedException, ExecutionException {
    ExecutorService alone = Executors.newSingleThreadExecutor();
    try {
      return alone.submit(() -> run(seed, streams)).get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return new HabitRun.Outcome(
          seed, false, Map.of(), List.of("not done in " + LONGEST_SECONDS + " s"), List.of());
    } finally {
      alone.shutdownNow();
    }
  }

  private HabitRun.Outcome run(long seed, ThreadStreams streams) throws IOException {
    SparkSession.setActiveSession(session);
    Path place = folder.resolve("seed-" + seed);
    FileUtils.deleteDirectory(place.toFile());
    Files.createDirectories(place);
    Habit habit = new Habits(session, options()).of(seed, place);
    HabitRun run = new HabitRun(session, streams, habit, place);
    HabitRun.Outcome outcome = Math.floorMod(seed, WITH_FILES) == 0 ? run.outcome() : run.held();
    if (outcome.faults().isEmpty()) {
      FileUtils.deleteDirectory(place.toFile());
    } else {
      Files.writeString(place.resolve("outcome.txt"), outcome.told());
    }
    return outcome;
  }

  /** Those of both jobs. */
  private static Set<String> options() {
    Set<String> options = new TreeSet<>();
    Stream.of(new Train(), new Score())
        .map(job -> CommandSpec.forAnnotatedObject(job).optionsMap().keySet())
        .forEach(options::addAll);
    return options;
  }
}
