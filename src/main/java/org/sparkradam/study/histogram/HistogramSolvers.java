package org.sparkradam.study.histogram;

import java.util.List;
import java.util.Locale;
import org.sparkradam.optim.Adam;
import org.sparkradam.optim.GradientClip;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.study.solver.SolverParser;
import org.sparkradam.study.solver.StochasticSolver;
import org.sparkradam.table.column.BadInputException;

/** The solvers of the paper's figures 2 and 3. */
public final class HistogramSolvers {
  private static final long LONGEST_WARMUP = 1000;
  private static final long MOST_PRECONDITIONING = 2000;
  private static final double LARGE_EPSILON = 1e-4;

  private HistogramSolvers() {}

  /**
   * Adam, Adam with a warm-up over the first fifth of the run (at most 1000 steps), Adam-2k that
   * preconditions over the first tenth (at most 2000 steps), Adam-eps and RAdam.
   */
  public static String of(long steps) {
    return String.format(
        Locale.ROOT,
        "adam,adam:warmup=%d,adam-2k:preconditioningSteps=%d,adam-eps,radam",
        Math.max(1, Math.min(LONGEST_WARMUP, steps / 5)),
        Math.max(1, Math.min(MOST_PRECONDITIONING, steps / 10)));
  }

  /**
   * Solvers as a user wrote them.
   *
   * @throws BadInputException if one does not step by minibatches
   */
  public static List<Solver> parse(String text) {
    List<Solver> solvers = SolverParser.parseList(text);
    for (Solver solver : solvers) {
      if (!solver.hasRate()) {
        throw new BadInputException(
            "solver %s has no gradients of minibatches; take it out of --solvers"
                .formatted(solver.name()));
      }
    }
    return solvers;
  }

  /** Whether it is Adam at its full rate from the first step on, with no other remedy. */
  static boolean isPlainAdam(Solver solver, long steps) {
    return solver instanceof StochasticSolver stochastic
        && stochastic.rule() instanceof Adam adam
        && adam.preconditioningSteps() == 0
        && adam.epsilon() < LARGE_EPSILON
        && stochastic.clip() instanceof GradientClip.None
        && stochastic.schedule().over(steps).factor(1) >= 1;
  }
}
