package org.sparkradam.study.warmup;

import java.util.List;
import java.util.stream.IntStream;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.paired.GoodRange;
import org.sparkradam.study.paired.GoodRanges;
import org.sparkradam.study.paired.PairedDifference;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.Verdict;

/**
 * One rule against another, each at its own best rate, and how forgiving each is.
 *
 * @param ourBest trials at the rate with the best mean
 * @param theirBest likewise
 * @param gain by how much ours is better, positive whichever way the quality runs
 * @param widening by how many powers of ten our range of good rates is wider
 */
public record RuleComparison(
    WarmupRule ours,
    WarmupRule theirs,
    SolverAtRate ourBest,
    SolverAtRate theirBest,
    Quality quality,
    PairedDifference gain,
    PairedDifference widening) {
  /** What is less matters to nobody, be it ever so sure: as a share of the quality. */
  static final double LEAST_GAIN = 0.001;

  /** The same for the width, in powers of ten. */
  static final double LEAST_WIDENING = 0.1;

  /** Of two rules that did not diverge at every rate. */
  static RuleComparison of(WarmupRule ours, WarmupRule theirs, GoodWidths widths) {
    Quality quality = widths.quality();
    SolverAtRate ourBest = ours.best(quality).orElseThrow();
    SolverAtRate theirBest = theirs.best(quality).orElseThrow();
    return new RuleComparison(
        ours,
        theirs,
        ourBest,
        theirBest,
        quality,
        PairedDifference.of(merits(ourBest, quality), merits(theirBest, quality)),
        PairedDifference.of(widths.of(ours), widths.of(theirs)));
  }

  /** More is better. */
  private static double[] merits(SolverAtRate group, Quality quality) {
    return group.outcomes().stream()
        .mapToDouble(outcome -> quality.sense().gain(0, quality.of(outcome)))
        .toArray();
  }

  /** Of our best rate beside theirs. */
  Verdict atBest() {
    return Verdict.of(gain, LEAST_GAIN * Math.abs(quality.over(ourBest).mean()));
  }

  /** Of how much our rate may be missed. */
  Verdict inWidth() {
    return Verdict.of(widening, LEAST_WIDENING);
  }

  /**
   * How wide the ranges of good rates are, seed by seed, so that they can be compared in pairs.
   * Good is what is within 1 % of the best that any of the rules reaches with that seed: each by
   * its own best would reward the rule whose best is poor.
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
      return ranges
          .asGoodAs(ranges.best(all), rule.ofSeed(seed))
          .map(GoodRange::decades)
          .orElse(0.0);
    }
  }
}
