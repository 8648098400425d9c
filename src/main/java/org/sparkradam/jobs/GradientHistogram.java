package org.sparkradam.jobs;

import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.fit.ConsoleProgress;
import org.sparkradam.fit.SchemaFacts;
import org.sparkradam.optim.Require;
import org.sparkradam.report.OutputFolder;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.EngineKind;
import org.sparkradam.study.RunLimits;
import org.sparkradam.study.histogram.HistogramConsole;
import org.sparkradam.study.histogram.HistogramFiles;
import org.sparkradam.study.histogram.HistogramResult;
import org.sparkradam.study.histogram.HistogramSolvers;
import org.sparkradam.study.histogram.HistogramStudy;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.table.BadInputException;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.TablePreparation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model on a table with several solvers, shows how |g| is distributed, and reports. */
public final class GradientHistogram implements Job {
  /** The first ten updates, and as many to see what comes of them. */
  private static final long FEWEST_STEPS = 20;

  @Mixin TableOptions table = new TableOptions();

  @Mixin ModelOptions model = new ModelOptions();

  @Option(
      names = "--solvers",
      paramLabel = "LIST",
      description =
          "default adam, adam:warmup=W, adam-2k:preconditioningSteps=N, adam-eps and radam, with W a"
              + " fifth of the steps (at most 1000) and N a tenth (at most 2000)")
  String solvers;

  @Option(
      names = "--learning-rate",
      paramLabel = "α",
      description = "of all solvers; default ${DEFAULT-VALUE}")
  double learningRate = 0.1;

  @Option(
      names = {"--seeds", "--seed"},
      paramLabel = "LIST",
      split = ",",
      description = "each sets a start and an order of the rows; default 1")
  long[] seeds = {1};

  @Mixin TrainingOptions training = new TrainingOptions(200);

  @Mixin EngineOptions engine = new EngineOptions();

  @Mixin OutputOptions output = new OutputOptions();

  @Option(names = "--master", paramLabel = "URL", description = "Spark's master; default local[*]")
  String master;

  public static void main(String[] arguments) {
    JobRunner.main(new GradientHistogram(), arguments);
  }

  @Override
  public String title() {
    return "gradient-histogram";
  }

  @Override
  public String master() {
    return master;
  }

  @Override
  public void check() {
    table.check();
    model.check();
    training.check();
    engine.check();
    if (engine.engine == EngineKind.MLLIB) {
      throw new BadInputException(
          "--engine mllib: MLlib's GradientDescent shows nobody its gradients; use --engine"
              + " minibatch");
    }
    try {
      Require.positive("--learning-rate", learningRate);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage(), e);
    }
    TrialOptions.refuseTwins("--seeds", java.util.Arrays.stream(seeds).boxed());
    solvers(training.epochs == null ? training.limits(1).steps() : Long.MAX_VALUE);
  }

  /** The solvers of a run of so many steps. */
  private List<Solver> solvers(long steps) {
    if (steps < FEWEST_STEPS) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "--steps must be at least %d, to see the first ten updates and what comes of them,"
                  + " but was %d",
              FEWEST_STEPS,
              steps));
    }
    List<Solver> parsed =
        HistogramSolvers.parse(solvers == null ? HistogramSolvers.of(steps) : solvers);
    parsed.forEach(solver -> solver.requireFits(steps));
    return parsed;
  }

  @Override
  public void run(SparkSession spark, List<String> arguments) {
    OutputFolder folder = output.prepare(title(), spark.sparkContext().hadoopConfiguration());
    InputTable input = InputTable.of(table, spark);
    System.out.println("reading, checking and preparing " + input.title());
    spark.sparkContext().setJobDescription("preparing " + input.title());
    try (PreparedTable prepared =
        TablePreparation.prepare(spark, input.spec(model.task(table.task)))) {
      prepared.notes().forEach(System.out::println);
      SchemaFacts.lines(prepared.check(), "test rows").forEach(System.out::println);
      ConsoleProgress progress =
          new ConsoleProgress(JavaSparkContext.fromSparkContext(spark.sparkContext()), System.out);
      HistogramResult result = new HistogramStudy(spec(prepared), progress).run(prepared);
      HistogramReport report = new HistogramReport(this, input, prepared, result);
      new HistogramFiles(folder).write(result, report.description(arguments), report.facts());
      System.out.println(HistogramConsole.of(result));
      System.out.println("report: " + folder.location("report.html"));
    }
  }

  private ComparisonSpec spec(PreparedTable prepared) {
    RunLimits limits = training.limits(prepared.counts().training());
    return new ComparisonSpec(
        model.model(prepared),
        solvers(limits.steps()),
        new double[] {learningRate},
        seeds,
        training.batchSize,
        limits,
        training.penalty.penalty(),
        engine.engine,
        engine.kernel(),
        engine.partitions(),
        engine.aggregation(),
        engine.place(),
        table.splitSeed);
  }
}
