package org.sparkradam.jobs;

import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.fit.ConsoleProgress;
import org.sparkradam.study.EngineKind;
import org.sparkradam.study.Reference;
import org.sparkradam.study.engine.TrialsAlone;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.study.sweep.SweepConsole;
import org.sparkradam.study.sweep.SweepFiles;
import org.sparkradam.study.sweep.SweepResult;
import org.sparkradam.table.BadInputException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds how much the learning rate matters to each solver, and reports. */
public final class SweepLearningRate implements Job {
  @Mixin
  ComparisonOptions options =
      new ComparisonOptions(
          new TrialOptions(
              "radam,adam,adamw,adam:warmup=untuned-linear,sgd:momentum=0.9",
              new double[] {0.3, 0.1, 0.03, 0.01, 0.003},
              1,
              2,
              3,
              4,
              5),
          new TrainingOptions(1000),
          Reference.NONE);

  @Option(
      names = "--one-by-one",
      description = "train every trial alone too, and report what lock-step saves")
  boolean oneByOne;

  public static void main(String[] arguments) {
    JobRunner.main(new SweepLearningRate(), arguments);
  }

  @Override
  public String title() {
    return "sweep-learning-rate";
  }

  @Override
  public String master() {
    return options.master;
  }

  @Override
  public void check() {
    options.checkPairs();
    long withRates = options.trials.solvers().stream().filter(Solver::hasRate).count();
    if (withRates < 2) {
      throw new BadInputException(
          "--solvers: the first one is compared with the others; give at least two that have"
              + " learning rates");
    }
    if (oneByOne && Double.isFinite(options.training.maxSeconds)) {
      throw new BadInputException(
          "--one-by-one needs trials that do all of their steps; leave --max-seconds out");
    }
    if (oneByOne && options.engine.engine == EngineKind.MLLIB) {
      throw new BadInputException(
          "--one-by-one is for --engine minibatch; MLlib trains one by one anyway");
    }
  }

  @Override
  public void run(SparkSession spark, List<String> arguments) {
    try (ComparisonRun run = options.run(spark, title())) {
      SweepResult result = new SweepResult(run.result(), Optional.empty());
      write(run, result, arguments);
      if (oneByOne) {
        // The report of the sweep is safe by now, whatever becomes of this.
        result = new SweepResult(run.result(), Optional.of(alone(run, spark)));
        write(run, result, arguments);
      }
      System.out.println(SweepConsole.of(result));
      System.out.println("report: " + run.folder().location("report.html"));
    }
  }

  private static void write(ComparisonRun run, SweepResult result, List<String> arguments) {
    new SweepFiles(run.folder()).write(result, run.description(arguments), run.facts());
  }

  private static TrialsAlone alone(ComparisonRun run, SparkSession spark) {
    ConsoleProgress progress =
        new ConsoleProgress(JavaSparkContext.fromSparkContext(spark.sparkContext()), System.out);
    return TrialsAlone.of(run.result(), run.table(), progress);
  }
}
