package org.sparkradam.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.benchmark.BenchmarkFiles;
import org.sparkradam.benchmark.BenchmarkRun;
import org.sparkradam.benchmark.Finding;
import org.sparkradam.benchmark.TablesFolder;
import org.sparkradam.benchmark.commands.CommandContests;
import org.sparkradam.benchmark.commands.CommandTimes;
import org.sparkradam.benchmark.stages.ContestTable;
import org.sparkradam.benchmark.stages.StageContests;
import org.sparkradam.benchmark.stages.TuningContest;
import org.sparkradam.loss.kernel.Kernel;
import org.sparkradam.optim.Require;
import org.sparkradam.report.Json;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.table.column.BadInputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what a step costs, beside Spark's own trainers. */
public final class Benchmark implements Job {
  @Option(
      names = "--scale",
      paramLabel = "F",
      description =
          "share of the rows, above 0; default ${DEFAULT-VALUE}, which needs 6 GB of heap")
  double scale = 1;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description =
          "some of sparse, kernel, step, lockstep, weights, full-batch, rows, spilled, or of the fits"
              + " or the commands; default all")
  List<String> only = List.of();

  @Option(
      names = "--fits",
      description =
          "instead of the parts, whole fits of generated tables beside Spark's, and with --tables of"
              + " wide real ones")
  boolean fits;

  @Option(
      names = "--repeats",
      paramLabel = "N",
      description = "rounds of each measurement; default ${DEFAULT-VALUE}")
  int repeats = 5;

  @Option(
      names = "--tables",
      paramLabel = "DIR",
      description =
          "folder of the real tables that data/README.md names: without --fits, every stage at"
              + " its defaults beside Spark's estimator at its own")
  String tables;

  @Option(
      names = "--step-sizes",
      paramLabel = "RATE",
      split = ",",
      description = "with --tables: step sizes to try besides the defaults; default none")
  double[] stepSizes = {};

  @Option(
      names = "--tuning",
      description =
          "with --tables: instead of the stages, cross-validation of 25 param maps side by side,"
              + " beside Spark's own")
  boolean tuning;

  @Option(
      names = "--commands",
      description =
          "with --tables: instead of the stages, the train job beside a pipeline of Spark's written"
              + " by hand, from the table's file to the report")
  boolean commands;

  @Mixin OutputOptions output = new OutputOptions();

  @Option(names = "--master", paramLabel = "URL", description = "Spark's master; default local[*]")
  String master;

  public static void main(String[] arguments) {
    JobRunner.main(new Benchmark(), arguments);
  }

  @Override
  public String title() {
    return "benchmark";
  }

  @Override
  public String master() {
    return master;
  }

  @Override
  public void check() {
    try {
      Require.positive("--scale", scale);
      Require.atLeast("--repeats", repeats, 1);
      for (double size : stepSizes) {
        Require.positive("--step-sizes", size);
      }
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage(), e);
    }
    if ((tables == null || fits) && stepSizes.length > 0) {
      throw new BadInputException(
          "--step-sizes are for the stages on tables; give --tables too, and not --fits");
    }
    requireTablesAlone("--tuning", tuning, fits || commands);
    requireTablesAlone("--commands", commands, fits || tuning);
    for (String part : only) {
      if (!names().contains(part)) {
        throw new BadInputException(
            "--only %s: must be of %s".formatted(part, String.join(", ", names())));
      }
    }
  }

  private void requireTablesAlone(String option, boolean chosen, boolean another) {
    if (chosen && (tables == null || another)) {
      throw new BadInputException(
          option + " is on tables; give --tables too, and one of --fits, --tuning, --commands");
    }
  }

  private List<String> names() {
    if (commands) {
      return CommandContests.names();
    }
    return fits ? BenchmarkRun.fits(tables != null) : BenchmarkRun.names();
  }

  private List<String> chosen() {
    return only.isEmpty() ? names() : only;
  }

  @Override
  public void run(SparkSession spark, List<String> arguments) {
    OutputFolder folder = output.prepare(title(), spark.sparkContext().hadoopConfiguration());
    if (tables == null || fits) {
      runParts(spark, folder, arguments);
    } else if (commands) {
      runCommands(spark, folder, arguments);
    } else if (tuning) {
      String found = new TuningContest(spark, new TablesFolder(tables)).run();
      folder.write("tuning.txt", found);
      System.out.print(found);
    } else {
      runContests(spark, folder, arguments);
    }
  }

  private void runContests(SparkSession spark, OutputFolder folder, List<String> arguments) {
    ContestTable results =
        new StageContests(spark, new TablesFolder(tables), stepSizes, System.out).run();
    folder.write("stages.csv", results.csv());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    folder.write("run.json", Json.pretty(facts(context, arguments)));
    System.out.println(results.text());
    System.out.println("table: " + folder.location("stages.csv"));
  }

  private void runCommands(SparkSession spark, OutputFolder folder, List<String> arguments) {
    CommandTimes times =
        new CommandContests(spark, new TablesFolder(tables), chosen(), repeats, System.out).run();
    folder.write("commands.csv", times.csv());
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    folder.write("run.json", Json.pretty(facts(context, arguments)));
    System.out.println(times.text());
    System.out.println("table: " + folder.location("commands.csv"));
  }

  private void runParts(SparkSession spark, OutputFolder folder, List<String> arguments) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<Finding> findings =
        fits
            ? BenchmarkRun.runFits(
                spark,
                System.out,
                Optional.ofNullable(tables).map(TablesFolder::new),
                chosen(),
                scale,
                repeats)
            : BenchmarkRun.run(context, System.out, chosen(), scale, repeats);
    BenchmarkFiles files = new BenchmarkFiles(findings);
    files.write(folder, facts(context, arguments));
    System.out.println(files.text());
    System.out.println("table: " + folder.location("benchmark.csv"));
  }

  private Map<String, Object> facts(JavaSparkContext context, List<String> arguments) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("job", title());
    facts.put("versions", Versions.all());
    facts.put("command", CommandLineText.of("spark-jobs/" + title(), arguments));
    facts.put("scale", scale);
    facts.put("only", chosen());
    facts.put("repeats", repeats);
    facts.put("master", context.master());
    facts.put("cores", context.defaultParallelism());
    facts.put("kernel", Kernel.ofThisJvm().name());
    facts.put("heapMebibytes", Runtime.getRuntime().maxMemory() >> 20);
    return facts;
  }
}
