package org.sparkradam.study.convention;

import static org.sparkradam.report.text.ReadableNumber.fixed;
import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.paired.Verdict;

/**
 * What a comparison of conventions found.
 *
 * @param comparison its trials
 */
public record ConventionResult(ComparisonResult comparison) {
  List<Ablation> ablations() {
    return Ablation.of(comparison.spec().solvers());
  }

  List<Effect> effects(Ablation ablation) {
    return Effect.of(comparison, ablation);
  }

  List<Effect> effects() {
    return ablations().stream().flatMap(ablation -> effects(ablation).stream()).toList();
  }

  /** Such as "worse at 0.3; the same at 0.1, 0.03". */
  String verdict(Ablation ablation) {
    List<Effect> effects = effects(ablation);
    return Stream.of(Verdict.values())
        .filter(verdict -> effects.stream().anyMatch(one -> one.verdict() == verdict))
        .map(verdict -> verdict.title() + " at " + rates(effects, verdict))
        .collect(Collectors.joining("; "));
  }

  private static String rates(List<Effect> effects, Verdict verdict) {
    return effects.stream()
        .filter(one -> one.verdict() == verdict)
        .map(one -> significant(one.learningRate()))
        .collect(Collectors.joining(", "));
  }

  /** A share as a signed percentage. */
  static String percent(double share) {
    return fixed("%+.2f", 100 * share) + (Double.isNaN(share) ? "" : " %");
  }
}
