package org.sparkradam.jobs;

import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.optim.Require;
import org.sparkradam.study.Comparison;
import org.sparkradam.study.ComparisonFiles;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.ConsoleProgress;
import org.sparkradam.study.ConsoleTable;
import org.sparkradam.study.OutputFolder;
import org.sparkradam.table.BadInputException;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.table.TablePreparation;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model on a table with every solver, learning rate and seed, and reports. */
public final class CompareOptimizers implements Job {
  @Mixin TableOptions table = new TableOptions();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "logistic, linear or svm; default by the task")
  ModelChoice model = ModelChoice.AUTO;

  @Mixin TrialOptions trials = new TrialOptions();

  @Mixin TrainingOptions training = new TrainingOptions();

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description = "mllib: MLlib's own GradientDescent; default ${DEFAULT-VALUE}")
  EngineChoice engine = EngineChoice.MLLIB;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "partitions of the training rows; default one a core")
  Integer partitions;

  @Mixin OutputOptions output = new OutputOptions();

  @Option(names = "--master", paramLabel = "URL", description = "Spark's master; default local[*]")
  String master;

  /** The engines that train trials. */
  enum EngineChoice {
    MLLIB
  }

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
    trials.check();
    training.check();
    try {
      Require.atLeast("--partitions", partitions == null ? 1 : partitions, 1);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage(), e);
    }
    if (table.weight != null) {
      throw new BadInputException(
          "--weight: MLlib's GradientDescent knows no row weights; leave the option out");
    }
  }

  @Override
  public void run(SparkSession spark, List<String> arguments) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    OutputFolder folder = output.prepare(title(), hadoop);
    InputTable input = InputTable.of(table, spark);
    System.out.println("reading, checking and preparing " + input.path());
    spark.sparkContext().setJobDescription("preparing " + input.path());
    PreparedTable prepared = TablePreparation.prepare(spark, input.spec(model.task(table.task)));
    prepared.notes().forEach(System.out::println);
    ComparisonSpec spec = spec(spark, prepared);
    ComparisonResult result = new Comparison(spec, progress(spark, spec)).run(prepared);
    ComparisonReport report = new ComparisonReport(this, input, prepared, result);
    new ComparisonFiles(folder)
        .write(result, report.references(), report.description(arguments), report.facts());
    System.out.println(ConsoleTable.of(result));
    System.out.println("report: " + folder.location("report.html"));
  }

  private ComparisonSpec spec(SparkSession spark, PreparedTable prepared) {
    return new ComparisonSpec(
        model.loss(prepared.task()),
        trials.solvers(),
        trials.learningRates,
        trials.seeds,
        training.batchSize,
        training.limits(prepared.counts().training()),
        training.penalty(),
        partitions == null ? spark.sparkContext().defaultParallelism() : partitions);
  }

  private ConsoleProgress progress(SparkSession spark, ComparisonSpec spec) {
    return new ConsoleProgress(
        JavaSparkContext.fromSparkContext(spark.sparkContext()),
        System.out,
        spec.trials().size(),
        spec.limits().steps());
  }
}
