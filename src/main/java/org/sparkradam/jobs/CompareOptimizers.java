package org.sparkradam.jobs;

import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.study.CheckpointPlan;
import org.sparkradam.study.Comparison;
import org.sparkradam.study.ComparisonFiles;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.ConsoleProgress;
import org.sparkradam.study.ConsoleTable;
import org.sparkradam.study.EngineKind;
import org.sparkradam.study.OutputFolder;
import org.sparkradam.study.StudyModel;
import org.sparkradam.table.BadInputException;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.TablePreparation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model on a table with every solver, learning rate and seed, and reports. */
public final class CompareOptimizers implements Job {
  @Mixin TableOptions table = new TableOptions();

  @Mixin ModelOptions model = new ModelOptions();

  @Mixin TrialOptions trials = new TrialOptions();

  @Mixin TrainingOptions training = new TrainingOptions();

  @Mixin EngineOptions engine = new EngineOptions();

  @Mixin CheckpointOptions checkpoints = new CheckpointOptions();

  @Mixin OutputOptions output = new OutputOptions();

  @Option(names = "--master", paramLabel = "URL", description = "Spark's master; default local[*]")
  String master;

  public static void main(String[] arguments) {
    JobRunner.main(new CompareOptimizers(), arguments);
  }

  @Override
  public String title() {
    return "compare-optimizers";
  }

  @Override
  public String master() {
    return master;
  }

  @Override
  public void check() {
    model.check();
    trials.check();
    training.check();
    engine.check();
    checkpoints.check();
    if (engine.engine == EngineKind.MLLIB) {
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

  @Override
  public void run(SparkSession spark, List<String> arguments) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    OutputFolder folder = output.prepare(title(), hadoop);
    Optional<CheckpointPlan> plan = checkpoints.plan(hadoop);
    InputTable input = InputTable.of(table, spark);
    System.out.println("reading, checking and preparing " + input.path());
    spark.sparkContext().setJobDescription("preparing " + input.path());
    PreparedTable prepared = TablePreparation.prepare(spark, input.spec(model.task(table.task)));
    prepared.notes().forEach(System.out::println);
    ComparisonSpec spec = spec(prepared);
    ConsoleProgress progress =
        new ConsoleProgress(JavaSparkContext.fromSparkContext(spark.sparkContext()), System.out);
    ComparisonResult result = new Comparison(spec, progress, plan).run(prepared);
    ComparisonReport report = new ComparisonReport(this, input, prepared, result);
    new ComparisonFiles(folder)
        .write(result, report.references(), report.description(arguments), report.facts());
    System.out.println(ConsoleTable.of(result));
    System.out.println("report: " + folder.location("report.html"));
  }

  private ComparisonSpec spec(PreparedTable prepared) {
    StudyModel trained = model.model(prepared);
    if (engine.engine == EngineKind.MLLIB) {
      ModelOptions.requireMllib(trained);
    }
    return new ComparisonSpec(
        trained,
        trials.solvers(),
        trials.learningRates,
        trials.seeds,
        training.batchSize,
        training.limits(prepared.counts().training()),
        training.penalty.penalty(),
        engine.engine,
        engine.kernel(),
        engine.partitions(),
        engine.aggregation(),
        table.splitSeed);
  }
}
