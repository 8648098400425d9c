package org.sparkradam.jobs;

import java.util.function.Consumer;
import org.sparkradam.report.Report;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.warmup.WarmupReport;
import org.sparkradam.study.warmup.WarmupResult;
import org.sparkradam.table.column.BadInputException;

/** Trains with RAdam and with Adam's warm-ups, tuned and untuned, and says which to take. */
public final class CompareWarmup extends ComparisonJob {
  private static final String RULES =
      "radam,adam,adam:warmup=100,adam:warmup=200,adam:warmup=500,adam:warmup=1000,"
          + "adam:warmup=untuned-linear,adam:warmup=untuned-exponential,"
          + "adam-2k,adam-eps,adamw,sgd:momentum=0.9";

  /** More than Adam-2k waits and than the longest warm-up takes. */
  private static final long STEPS = 2200;

  public CompareWarmup() {
    super(
        "compare-warmup",
        new ComparisonOptions(
            new TrialOptions(RULES, new double[] {0.3, 0.1, 0.03, 0.01, 0.003}, 1, 2, 3),
            new TrainingOptions(1000, STEPS),
            ComparisonSpec.Reference.NONE));
  }

  public static void main(String[] arguments) {
    JobRunner.main(new CompareWarmup(), arguments);
  }

  @Override
  public void check() {
    options.checkPairs();
    if (!WarmupResult.isAbout(options.trials.solvers())) {
      throw new BadInputException(
          "--solvers: must name radam, without a warm-up, not even an untuned one, and something"
              + " to compare it with, such as radam,adam,adam:warmup=100");
    }
  }

  @Override
  Report report(ComparisonRun run, Consumer<Report> early) {
    return new WarmupReport(WarmupResult.of(run.result()));
  }
}
