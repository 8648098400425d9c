package org.sparkradam.study.warmup;

import java.util.List;
import java.util.stream.Stream;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RateDifference;
import org.sparkradam.study.solver.Solver;

/**
 * What a comparison of warm-ups found.
 *
 * @param comparison its trials
 * @param rules every rule that has rates, in the order of the command line
 * @param recommendation by the model's metric on the test rows
 */
public record WarmupResult(
    ComparisonResult comparison, List<WarmupRule> rules, Recommendation recommendation) {
  public static WarmupResult of(ComparisonResult comparison) {
    List<WarmupRule> rules = WarmupRule.of(comparison);
    return new WarmupResult(
        comparison, rules, Recommendation.of(rules, Quality.testMetric(comparison.model())));
  }

  /** Whether RAdam is among the solvers, and something besides that has rates. */
  public static boolean isAbout(List<Solver> solvers) {
    return solvers.stream().filter(Solver::hasRate).count() > 1
        && solvers.stream().anyMatch(WarmupResult::isRAdam);
  }

  private static boolean isRAdam(Solver solver) {
    return RuleName.of(solver.name()).isRAdamAlone();
  }

  Quality metric() {
    return Quality.testMetric(comparison.model());
  }

  Quality loss() {
    return Quality.testLoss(comparison.model());
  }

  WarmupRule rAdam() {
    return rules.stream().filter(rule -> isRAdam(rule.solver())).findFirst().orElseThrow();
  }

  /** RAdam minus each other rule at every rate. */
  List<List<RateDifference>> differences(Quality quality) {
    Solver rAdam = rAdam().solver();
    return rules.stream()
        .filter(rule -> !rule.solver().equals(rAdam))
        .map(rule -> RateDifference.of(comparison, rAdam, rule.solver(), quality))
        .toList();
  }

  /** All of them, by metric and by loss, in one list. */
  List<RateDifference> differences() {
    return Stream.of(metric(), loss())
        .flatMap(quality -> differences(quality).stream())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The same of the warm-ups alone, no warm-up among them: few enough for a picture. All where none
   * of them is one.
   */
  List<List<RateDifference>> warmupDifferences(Quality quality) {
    List<List<RateDifference>> all = differences(quality);
    List<List<RateDifference>> warmups =
        all.stream()
            .filter(one -> RuleKind.of(one.get(0).other().name()) != RuleKind.OTHER)
            .toList();
    return warmups.isEmpty() ? all : warmups;
  }
}
