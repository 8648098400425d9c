package org.sparkradam.jobs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.fit.ConsoleProgress;
import org.sparkradam.fit.SchemaFacts;
import org.sparkradam.optim.Require;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.histogram.HistogramReport;
import org.sparkradam.study.histogram.HistogramResult;
import org.sparkradam.study.histogram.HistogramSolvers;
import org.sparkradam.study.histogram.HistogramStudy;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.TablePreparation;
import org.sparkradam.table.column.BadInputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model on a table with several solvers, shows how |g| is distributed, and reports. */
public final class GradientHistogram extends StudyJob {
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

  public GradientHistogram() {
    super("gradient-histogram");
  }

  public static void main(String[] arguments) {
    JobRunner.main(new GradientHistogram(), arguments);
  }

  @Override
  public String master() {
    return master;
  }

  @Override
  OutputOptions output() {
    return output;
  }

  @Override
  public void check() {
    table.check();
    model.check();
    training.check();
    engine.check();
    if (engine.engine == ComparisonSpec.EngineKind.MLLIB) {
      throw new BadInputException(
          "--engine mllib: MLlib's GradientDescent shows nobody its gradients; use --engine"
              + " minibatch");
    }
    try {
      Require.positive("--learning-rate", learningRate);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage(), e);
    }
    TrialOptions.refuseTwins("--seeds", Arrays.stream(seeds).boxed());
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
  Found study(SparkSession spark, Consumer<Found> early) {
    InputTable input = InputTable.of(table, spark);
    System.out.println("reading, checking and preparing " + input.title());
    spark.sparkContext().setJobDescription("preparing " + input.title());
    try (PreparedTable prepared =
        TablePreparation.prepare(spark, input.spec(model.task(table.task)))) {
      prepared.notes().forEach(System.out::println);
      SchemaFacts.lines(prepared.check(), "test rows").forEach(System.out::println);
      HistogramResult result =
          new HistogramStudy(spec(prepared), ConsoleProgress.of(spark)).run(prepared);
      Map<String, Object> facts = facts(input, prepared, result);
      return new Found(
          new HistogramReport(result), input.name(), facts, TableReport.settings(facts, prepared));
    }
  }

  private ComparisonSpec spec(PreparedTable prepared) {
    ComparisonSpec.RunLimits limits = training.limits(prepared.counts().training());
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

  private Map<String, Object> facts(
      InputTable input, PreparedTable prepared, HistogramResult result) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("job", title());
    facts.put("versions", Versions.all());
    facts.putAll(new TableReport(table, input, prepared).facts(result.data().fingerprint()));
    putTraining(facts, result.spec());
    facts.put("partitions", result.data().chunks());
    facts.put("trainedOn", result.data().place().title());
    facts.put("labelMean", result.data().labels().mean());
    facts.put("labelDeviation", result.data().labels().deviation());
    facts.put("stepsDone", result.steps());
    facts.put("seconds", result.seconds());
    return facts;
  }

  private void putTraining(Map<String, Object> facts, ComparisonSpec spec) {
    facts.put("kernel", spec.kernel().name());
    facts.put("model", spec.model().loss().toString());
    facts.put("solvers", spec.solvers().stream().map(Solver::name).toList());
    facts.put("learningRate", learningRate);
    facts.put("seeds", Arrays.stream(spec.seeds()).boxed().toList());
    facts.put("batchSize", spec.batchSize());
    facts.put("steps", spec.limits().steps());
    facts.put("maxSeconds", spec.limits().seconds());
    facts.put("regParam", training.penalty.regParam());
    facts.put("elasticNet", training.penalty.elasticNet);
  }
}
