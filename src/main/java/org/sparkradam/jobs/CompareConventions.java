package org.sparkradam.jobs;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.study.Reference;
import org.sparkradam.study.convention.Ablation;
import org.sparkradam.study.convention.ConventionConsole;
import org.sparkradam.study.convention.ConventionFiles;
import org.sparkradam.study.convention.ConventionResult;
import org.sparkradam.table.BadInputException;
import picocli.CommandLine.Mixin;

/** Finds which conventions of RAdam matter, one setting at a time, and reports. */
public final class CompareConventions implements Job {
  /** Each one's base, the same without its last setting, is there too. */
  private static final String SOLVERS =
      String.join(
          ",",
          "radam",
          "radam:rhoThreshold=5",
          "radam:belowThreshold=skip",
          "radam:rhoThreshold=5:belowThreshold=skip",
          "radam:varianceModel=exact",
          "radam:epsilonPlacement=corrected",
          "radam:adamEpsilon=1e-4",
          "radam:adamEpsilon=1e-4:epsilonPlacement=corrected");

  @Mixin
  ComparisonOptions options =
      new ComparisonOptions(
          new TrialOptions(SOLVERS, new double[] {0.3, 0.1, 0.03, 0.01}, 1, 2, 3, 4, 5),
          new TrainingOptions(1000),
          Reference.NONE);

  public static void main(String[] arguments) {
    JobRunner.main(new CompareConventions(), arguments);
  }

  @Override
  public String title() {
    return "compare-conventions";
  }

  @Override
  public String master() {
    return options.master;
  }

  @Override
  public void check() {
    options.checkPairs();
    if (Ablation.of(options.trials.solvers()).isEmpty()) {
      throw new BadInputException(
          "--solvers: a variant is compared with the solver that it adds one setting to; give both,"
              + " such as radam,radam:rhoThreshold=5");
    }
  }

  @Override
  public void run(SparkSession spark, List<String> arguments) {
    try (ComparisonRun run = options.run(spark, title())) {
      ConventionResult result = new ConventionResult(run.result());
      new ConventionFiles(run.folder()).write(result, run.description(arguments), run.facts());
      System.out.println(ConventionConsole.of(result));
      System.out.println("report: " + run.folder().location("report.html"));
    }
  }
}
