package org.sparkradam.study.warmup;

import java.util.List;
import java.util.stream.IntStream;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.paired.GoodRange;
import org.sparkradam.study.paired.GoodRanges;
import org.sparkradam.study.paired.Quality;

/**
 * How wide the ranges of good rates are, seed by seed, so that they can be compared in pairs. Good
 * is what is within 1 % of the best that any of the rules reaches with that seed: each by its own
 * best would reward the rule whose best is poor.
 *
 * @param rules that are compared
 */
record GoodWidths(List<WarmupRule> rules, Quality quality) {
  /** In powers of ten, a seed each; 0 where the rule is at no rate as good as that. */
  double[] of(WarmupRule rule) {
    return IntStream.range(0, rule.seeds()).mapToDouble(seed -> width(rule, seed)).toArray();
  }

  private double width(WarmupRule rule, int seed) {
    GoodRanges ranges = GoodRanges.of(quality);
    List<SolverAtRate> all = rules.stream().flatMap(r -> r.ofSeed(seed).stream()).toList();
    return ranges.asGoodAs(ranges.best(all), rule.ofSeed(seed)).map(GoodRange::decades).orElse(0.0);
  }
}
