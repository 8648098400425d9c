package org.sparkradam.study.warmup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.fit.model.LinearKind;
import org.sparkradam.fit.model.LinearModel;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.HandMade;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.Trial;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.study.solver.Solver;
import org.sparkradam.study.solver.SolverParser;

/** Results of rules as if they had been trained. */
final class WarmupRules {
  static final double[] RATES = {0.01, 0.1, 1};

  private WarmupRules() {}

  /**
   * A rule with these results.
   *
   * @param metrics a row a rate, a seed each; NaN for a trial that diverged
   */
  static WarmupRule rule(String name, double[]... metrics) {
    Solver solver = SolverParser.parse(name);
    return WarmupRule.of(
        solver,
        IntStream.range(0, metrics.length)
            .mapToObj(i -> new SolverAtRate(solver, RATES[i], outcomes(solver, i, metrics[i])))
            .toList());
  }

  /** The same where the seeds differ by as much at every rate, as pairs do. */
  static WarmupRule steady(String name, double... means) {
    double[][] metrics = new double[means.length][];
    for (int i = 0; i < means.length; i++) {
      metrics[i] = new double[] {means[i] - 0.01, means[i], means[i] + 0.01};
    }
    return rule(name, metrics);
  }

  private static List<TrialOutcome> outcomes(Solver solver, int rate, double... metrics) {
    return IntStream.range(0, metrics.length)
        .mapToObj(
            i ->
                HandMade.outcome(
                    new Trial(i + 1, solver, RATES[rate], i), 1 - metrics[i], metrics[i]))
        .toList();
  }

  /** The result of a comparison of such rules, of a binary model with three seeds. */
  static WarmupResult result(WarmupRule... rules) {
    return result(LinearKind.LOGISTIC, rules);
  }

  /** The same of another model. */
  static WarmupResult result(LinearKind model, WarmupRule... rules) {
    List<TrialOutcome> outcomes = new ArrayList<>();
    for (WarmupRule rule : rules) {
      rule.groups().forEach(group -> outcomes.addAll(group.outcomes()));
    }
    List<Solver> solvers = Stream.of(rules).map(WarmupRule::solver).toList();
    ComparisonSpec spec =
        HandMade.spec(new LinearModel(model, 3, 2), solvers, RATES, new long[] {0, 1, 2}, 9);
    return WarmupResult.of(HandMade.result(spec, 12345, outcomes));
  }
}
