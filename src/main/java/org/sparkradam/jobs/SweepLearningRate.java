package org.sparkradam.jobs;

import java.util.Optional;
import java.util.function.Consumer;
import org.sparkradam.fit.ConsoleProgress;
import org.sparkradam.report.Report;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.engine.TrialsAlone;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.study.sweep.SweepReport;
import org.sparkradam.study.sweep.SweepResult;
import org.sparkradam.table.column.BadInputException;
import picocli.CommandLine.Option;

/** Finds how much the learning rate matters to each solver, and reports. */
public final class SweepLearningRate extends ComparisonJob {
  @Option(
      names = "--one-by-one",
      description = "train every trial alone too, and report what lock-step saves")
  boolean oneByOne;

  public SweepLearningRate() {
    super(
        "sweep-learning-rate",
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
            ComparisonSpec.Reference.NONE));
  }

  public static void main(String[] arguments) {
    JobRunner.main(new SweepLearningRate(), arguments);
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
    if (oneByOne && options.engine.engine == ComparisonSpec.EngineKind.MLLIB) {
      throw new BadInputException(
          "--one-by-one is for --engine minibatch; MLlib trains one by one anyway");
    }
  }

  @Override
  Report report(ComparisonRun run, Consumer<Report> early) {
    Report sweep = new SweepReport(new SweepResult(run.result(), Optional.empty()));
    if (!oneByOne) {
      return sweep;
    }
    early.accept(sweep);
    ConsoleProgress progress = ConsoleProgress.of(run.table().training().sparkSession());
    TrialsAlone alone = TrialsAlone.of(run.result(), run.table(), progress);
    return new SweepReport(new SweepResult(run.result(), Optional.of(alone)));
  }
}
