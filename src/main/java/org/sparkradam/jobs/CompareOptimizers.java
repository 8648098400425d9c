package org.sparkradam.jobs;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.study.Reference;
import org.sparkradam.study.report.ComparisonFiles;
import org.sparkradam.study.report.ConsoleTable;
import picocli.CommandLine.Mixin;

/** Trains a model on a table with every solver, learning rate and seed, and reports. */
public final class CompareOptimizers implements Job {
  @Mixin
  ComparisonOptions options =
      new ComparisonOptions(
          new TrialOptions("radam,adam,sgd", new double[] {0.3, 0.1, 0.03, 0.01}, 1, 2),
          new TrainingOptions(200),
          Reference.OPTIMUM);

  public static void main(String[] arguments) {
    JobRunner.main(new CompareOptimizers(), arguments);
  }

  @Override
  public String title() {
    return "compare-optimizers";
  }

  @Override
  public String master() {
    return options.master;
  }

  @Override
  public void check() {
    options.check();
  }

  @Override
  public void run(SparkSession spark, List<String> arguments) {
    try (ComparisonRun run = options.run(spark, title())) {
      new ComparisonFiles(run.folder())
          .write(run.result(), run.references(), run.description(arguments), run.facts());
      System.out.println(ConsoleTable.of(run.result()));
      System.out.println("report: " + run.folder().location("report.html"));
    }
  }
}
