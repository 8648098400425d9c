package org.sparkradam.jobs;

import java.util.function.Consumer;
import org.sparkradam.report.Report;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.convention.Ablation;
import org.sparkradam.study.convention.ConventionReport;
import org.sparkradam.study.convention.ConventionResult;
import org.sparkradam.table.column.BadInputException;

/** Finds which conventions of RAdam matter, one setting at a time, and reports. */
public final class CompareConventions extends ComparisonJob {
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

  public CompareConventions() {
    super(
        "compare-conventions",
        new ComparisonOptions(
            new TrialOptions(SOLVERS, new double[] {0.3, 0.1, 0.03, 0.01}, 1, 2, 3, 4, 5),
            new TrainingOptions(1000),
            ComparisonSpec.Reference.NONE));
  }

  public static void main(String[] arguments) {
    JobRunner.main(new CompareConventions(), arguments);
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
  Report report(ComparisonRun run, Consumer<Report> early) {
    return new ConventionReport(new ConventionResult(run.result()));
  }
}
