package org.sparkradam.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.jobs.habits.Habit;

/**
 * Trains and scores as a case says, and says what is not as it has to be: status 0 and the metrics
 * told at training, or status 2 and one line that names a column, an option or a file.
 */
final class HabitRun {
  private static final double TOLERANCE = 1e-9;
  private static final Pattern NOT_FINITE = Pattern.compile("\\b(NaN|Infinity)\\b|∞");
  private static final Pattern OPTION = Pattern.compile("--[a-z]");

  private final SparkSession session;
  private final ThreadStreams streams;
  private final Habit habit;
  private final Path folder;
  private final List<String> said = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Double> metrics = new TreeMap<>();

  HabitRun(SparkSession session, ThreadStreams streams, Habit habit, Path folder) {
    this.session = session;
    this.streams = streams;
    this.habit = habit;
    this.folder = folder;
  }

  /**
   * How a case ended.
   *
   * @param done whether all of its commands ended with status 0
   * @param metrics of the tables that were scored
   * @param said the commands and what came of them
   */
  record Outcome(
      long seed,
      boolean done,
      Map<String, Double> metrics,
      List<String> faults,
      List<String> said) {

    /** What is wrong, and the commands with what they complained of. */
    String told() {
      return "seed " + seed + ": " + String.join("; ", faults) + "\n  " + String.join("  ", said);
    }
  }

  /** By what the jobs compute, without their files. */
  Outcome held() {
    HeldJobs.HeldTrain train = new HeldJobs.HeldTrain();
    boolean done = run(train, habit.train());
    if (done) {
      faultIf(NOT_FINITE.matcher(train.tested().toString()).find(), "NaN in " + train.tested());
      for (Habit.Scored table : habit.scored()) {
        HeldJobs.HeldScore score = new HeldJobs.HeldScore(train.pipeline());
        String name = "scored" + said.size();
        done &= run(score, table.arguments(), "--model", "held");
        score.metrics().forEach((metric, value) -> metrics.put(name + " " + metric, value));
        if (done && table.isTested()) {
          compare(train.tested(), score.metrics());
        }
      }
    }
    return new Outcome(habit.seed(), done, metrics, faults, said);
  }

  /** By the jobs as people run them. */
  Outcome outcome() throws IOException {
    String model = folder.resolve("model").toString();
    boolean done = run(new Train(), habit.train(), "--out", model);
    if (done) {
      finite(model + "/metrics.csv");
      for (Habit.Scored table : habit.scored()) {
        done &= score(model, table);
      }
    }
    return new Outcome(habit.seed(), done, metrics, faults, said);
  }

  private boolean score(String model, Habit.Scored table) throws IOException {
    String name = "scored" + said.size();
    Path out = folder.resolve(name);
    boolean done = run(new Score(), table.arguments(), "--model", model, "--out", out.toString());
    if (done) {
      finite(out + "/run.json");
      Map<String, Double> here = scored(out.resolve("run.json"));
      here.forEach((metric, value) -> metrics.put(name + " " + metric, value));
      if (table.isTested()) {
        compare(tested(Path.of(model, "metrics.csv")), here);
      }
    }
    return done;
  }

  private boolean run(Job job, List<String> some, String... more) {
    List<String> arguments = new ArrayList<>(some);
    arguments.addAll(List.of(more));
    long start = System.nanoTime();
    JobRun run =
        streams.run((any, work) -> work.accept(session), job, arguments.toArray(String[]::new));
    said.add(
        CommandLineText.of(job.title(), arguments)
            + " → "
            + run.status()
            + " in "
            + (System.nanoTime() - start) / 1_000_000
            + " ms\n"
            + run.err());
    judge(job.title(), run);
    return run.status() == JobRunner.DONE;
  }

  private void judge(String job, JobRun run) {
    if (run.status() == JobRunner.DONE) {
      faultIf(!run.err().isEmpty(), job + " is done and complains: " + run.err());
      boolean tellsNan =
          run.out().lines().filter(line -> !isQuoted(line)).anyMatch(NOT_FINITE.asPredicate());
      faultIf(tellsNan, job + " tells a NaN: " + run.out());
    } else if (run.status() == JobRunner.BAD_INPUT) {
      faultIf(run.err().lines().count() != 1, job + " does not complain in one line");
      boolean named =
          OPTION.matcher(run.err()).find() || habit.names().stream().anyMatch(run.err()::contains);
      faultIf(!named, job + " names nothing: " + run.err());
      faultIf(run.err().contains("Exception"), job + " tells an exception: " + run.err());
    } else {
      faults.add(job + " ends with " + run.status() + ": " + run.err());
    }
  }

  /** What a bad row holds is shown as it is. */
  private static boolean isQuoted(String line) {
    return line.startsWith("left out: ");
  }

  private void finite(String file) throws IOException {
    String text = Files.readString(Path.of(file));
    faultIf(NOT_FINITE.matcher(text).find(), "NaN in " + file.replaceFirst(".*/", ""));
  }

  private void compare(Map<String, Double> told, Map<String, Double> here) {
    boolean alike =
        told.keySet().equals(here.keySet())
            && told.entrySet().stream()
                .allMatch(one -> alike(one.getValue(), here.get(one.getKey())));
    faultIf(!alike, "metrics differ: told " + told + " scored " + here);
  }

  private static boolean alike(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
  }

  private void faultIf(boolean wrong, String fault) {
    if (wrong) {
      faults.add(fault.strip());
    }
  }

  /** Those of the test rows; what is not defined has no value. */
  private static Map<String, Double> tested(Path file) throws IOException {
    Map<String, Double> metrics = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split(",", -1);
      if (!fields[0].equals("metric") && !fields[2].isEmpty()) {
        metrics.put(fields[0], Double.valueOf(fields[2]));
      }
    }
    return metrics;
  }

  private static Map<String, Double> scored(Path file) throws IOException {
    Map<String, Double> metrics = new TreeMap<>();
    JsonNode all = new ObjectMapper().readTree(file.toFile()).path("metrics");
    for (Map.Entry<String, JsonNode> one : all.properties()) {
      if (one.getValue().isNumber()) {
        metrics.put(one.getKey(), one.getValue().doubleValue());
      }
    }
    return metrics;
  }
}
