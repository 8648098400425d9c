package org.sparkradam.jobs;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.fit.ConsoleProgress;
import org.sparkradam.fit.SchemaFacts;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.engine.CheckpointPlan;
import org.sparkradam.study.engine.Comparison;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.TablePreparation;
import org.sparkradam.table.column.BadInputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every job that trains trials on a table in pairs, and the training itself. */
final class ComparisonOptions {
  @Mixin TableOptions table = new TableOptions();
  @Mixin ModelOptions model = new ModelOptions();
  @Mixin TrialOptions trials;
  @Mixin TrainingOptions training;
  @Mixin EngineOptions engine = new EngineOptions();
  @Mixin CheckpointOptions checkpoints = new CheckpointOptions();
  @Mixin OutputOptions output = new OutputOptions();

  @Option(names = "--master", paramLabel = "URL", description = "Spark's master; default local[*]")
  String master;

  private final ComparisonSpec.Reference reference;

  /**
   * @param trials with the job's defaults
   * @param training likewise
   * @param reference that the job measures its trials by
   */
  ComparisonOptions(
      TrialOptions trials, TrainingOptions training, ComparisonSpec.Reference reference) {
    this.trials = trials;
    this.training = training;
    this.reference = reference;
  }

  /** Refuses what is wrong with the command alone. */
  void check() {
    table.check();
    model.check();
    trials.check();
    training.check();
    engine.check();
    checkpoints.check();
    if (training.epochs == null) {
      long steps = training.limits(1).steps();
      trials.solvers(steps).forEach(solver -> solver.requireFits(steps));
    }
    if (engine.engine == ComparisonSpec.EngineKind.MLLIB) {
      checkMllib();
    }
  }

  private void checkMllib() {
    if (table.weight != null) {
      throw new BadInputException(
          "--weight: MLlib's GradientDescent knows no row weights; leave the option out, or use"
              + " --engine minibatch");
    }
    if (checkpoints.folder != null) {
      throw new BadInputException(
          "--checkpoint-dir: MLlib's GradientDescent cannot be resumed; leave the option out, or"
              + " use --engine minibatch");
    }
  }

  /** Refuses besides what would leave pairs of trials unequal. */
  void checkPairs() {
    check();
    if (engine.engine == ComparisonSpec.EngineKind.MLLIB && Double.isFinite(training.maxSeconds)) {
      throw new BadInputException(
          "--max-seconds: MLlib's trials would stop after different steps and be no pairs; leave"
              + " the option out, or use --engine minibatch");
    }
  }

  /**
   * Reads and prepares the table, trains all trials and measures them; the caller closes it.
   *
   * @param job that does so
   */
  ComparisonRun run(SparkSession spark, String job) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Optional<CheckpointPlan> plan = checkpoints.plan(hadoop);
    InputTable input = InputTable.of(table, spark);
    PreparedTable prepared = prepared(spark, input);
    try {
      ComparisonSpec spec = spec(prepared);
      ConsoleProgress progress = ConsoleProgress.of(spark);
      ComparisonResult result = new Comparison(spec, reference, progress, plan).run(prepared);
      return new ComparisonRun(job, this, input, prepared, result);
    } catch (RuntimeException e) {
      prepared.close();
      throw e;
    }
  }

  private PreparedTable prepared(SparkSession spark, InputTable input) {
    System.out.println("reading, checking and preparing " + input.title());
    spark.sparkContext().setJobDescription("preparing " + input.title());
    PreparedTable prepared = TablePreparation.prepare(spark, input.spec(model.task(table.task)));
    prepared.notes().forEach(System.out::println);
    SchemaFacts.lines(prepared.check(), "test rows").forEach(System.out::println);
    return prepared;
  }

  private ComparisonSpec spec(PreparedTable prepared) {
    ModelSpec trained = model.model(prepared);
    if (engine.engine == ComparisonSpec.EngineKind.MLLIB) {
      ModelOptions.requireMllib(trained);
    }
    ComparisonSpec.RunLimits limits = training.limits(prepared.counts().training());
    return new ComparisonSpec(
        trained,
        trials.solvers(limits.steps()),
        trials.learningRates,
        trials.seeds,
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
