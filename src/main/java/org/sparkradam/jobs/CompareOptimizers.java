package org.sparkradam.jobs;

import java.util.function.Consumer;
import org.sparkradam.report.Report;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.report.ComparisonReport;

/** Trains a model on a table with every solver, learning rate and seed, and reports. */
public final class CompareOptimizers extends ComparisonJob {
  public CompareOptimizers() {
    super(
        "compare-optimizers",
        new ComparisonOptions(
            new TrialOptions("radam,adam,sgd", new double[] {0.3, 0.1, 0.03, 0.01}, 1, 2),
            new TrainingOptions(200),
            ComparisonSpec.Reference.OPTIMUM));
  }

  public static void main(String[] arguments) {
    JobRunner.main(new CompareOptimizers(), arguments);
  }

  @Override
  public void check() {
    options.check();
  }

  @Override
  Report report(ComparisonRun run, Consumer<Report> early) {
    return new ComparisonReport(run.result(), run.references());
  }
}
