package org.sparkradam.jobs;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.study.Reference;
import org.sparkradam.study.warmup.WarmupConsole;
import org.sparkradam.study.warmup.WarmupFiles;
import org.sparkradam.study.warmup.WarmupResult;
import picocli.CommandLine.Mixin;

/** Trains with RAdam and with Adam's warm-ups, tuned and untuned, and says which to take. */
public final class CompareWarmup implements Job {
  private static final String RULES =
      "radam,adam,adam:warmup=100,adam:warmup=200,adam:warmup=500,adam:warmup=1000,"
          + "adam:warmup=untuned-linear,adam:warmup=untuned-exponential,"
          + "adam-2k,adam-eps,adamw,sgd:momentum=0.9";

  /** More than Adam-2k waits and than the longest warm-up takes. */
  private static final long STEPS = 2200;

  @Mixin
  ComparisonOptions options =
      new ComparisonOptions(
          new TrialOptions(RULES, new double[] {0.3, 0.1, 0.03, 0.01, 0.003}, 1, 2, 3),
          new TrainingOptions(1000, STEPS),
          Reference.NONE);

  public static void main(String[] arguments) {
    JobRunner.main(new CompareWarmup(), arguments);
  }

  @Override
  public String title() {
    return "compare-warmup";
  }

  @Override
  public String master() {
    return options.master;
  }

  @Override
  public void check() {
    options.checkPairs();
    WarmupResult.requireComparable(options.trials.solvers());
  }

  @Override
  public void run(SparkSession spark, List<String> arguments) {
    try (ComparisonRun run = options.run(spark, title())) {
      WarmupResult result = WarmupResult.of(run.result());
      new WarmupFiles(run.folder()).write(result, run.description(arguments), run.facts());
      System.out.println(WarmupConsole.of(result));
      System.out.println("report: " + run.folder().location("report.html"));
    }
  }
}
