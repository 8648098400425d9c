package org.sparkradam.study.warmup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sparkradam.block.TrainingPlace;
import org.sparkradam.loss.PortableKernel;
import org.sparkradam.optim.Penalty;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.ComparisonSpec;
import org.sparkradam.study.DataFacts;
import org.sparkradam.study.EngineKind;
import org.sparkradam.study.LabelScale;
import org.sparkradam.study.LinearKind;
import org.sparkradam.study.LinearModel;
import org.sparkradam.study.RunLimits;
import org.sparkradam.study.Solver;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.SolverParser;
import org.sparkradam.study.Trial;
import org.sparkradam.study.TrialOutcome;
import org.sparkradam.study.TrialRun;
import org.sparkradam.train.Aggregation;
import org.sparkradam.train.evaluation.Evaluation;

/** Results of rules as if they had been trained. */
final class HandMade {
  static final double[] RATES = {0.01, 0.1, 1};

  private HandMade() {}

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
        .mapToObj(i -> outcome(new Trial(i + 1, solver, RATES[rate], i), metrics[i]))
        .toList();
  }

  private static TrialOutcome outcome(Trial trial, double metric) {
    Optional<String> divergence =
        Double.isNaN(metric) ? Optional.of("loss not finite at step 3") : Optional.empty();
    Evaluation evaluation = new Evaluation(1 - metric, metric);
    return new TrialOutcome(
        new TrialRun(trial, 9, 90, 2, new double[] {1}, divergence),
        evaluation,
        evaluation,
        List.of());
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
    return WarmupResult.of(
        new ComparisonResult(
            spec(model, List.of(rules).stream().map(WarmupRule::solver).toList()),
            new DataFacts(
                LabelScale.NONE, 12345, 20, "0123456789abcdef", 2, TrainingPlace.EXECUTORS),
            outcomes,
            Optional.empty()));
  }

  private static ComparisonSpec spec(LinearKind model, List<Solver> solvers) {
    return new ComparisonSpec(
        new LinearModel(model, 3, 2),
        solvers,
        RATES,
        new long[] {0, 1, 2},
        10,
        new RunLimits(9, Double.POSITIVE_INFINITY),
        Penalty.none(),
        EngineKind.MINIBATCH,
        new PortableKernel(),
        OptionalInt.empty(),
        Aggregation.automatic(),
        TrainingPlace.EXECUTORS,
        0);
  }
}
