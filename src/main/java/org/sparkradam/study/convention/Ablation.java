package org.sparkradam.study.convention;

import java.util.List;
import java.util.Optional;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.study.solver.StochasticSolver;

/**
 * A solver and the one that it is measured by.
 *
 * @param variant has one setting more
 * @param base the solver without that setting
 * @param change the setting, such as {@code rhoThreshold=5}
 */
public record Ablation(Solver variant, Solver base, String change) {
  /**
   * One for each solver whose base is in the list too: {@code radam:beta2=0.99:rhoThreshold=5} is
   * measured by {@code radam:beta2=0.99}.
   */
  public static List<Ablation> of(List<Solver> solvers) {
    return solvers.stream()
        .filter(StochasticSolver.class::isInstance)
        .map(variant -> of(variant, solvers))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Ablation> of(Solver variant, List<Solver> solvers) {
    int last = variant.name().lastIndexOf(':');
    return solvers.stream()
        .filter(base -> last > 0 && base.name().equals(variant.name().substring(0, last)))
        .map(base -> new Ablation(variant, base, variant.name().substring(last + 1)))
        .findFirst();
  }

  /** For a person to read. */
  String title() {
    return base.name() + " with " + change;
  }
}
