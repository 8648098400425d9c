package org.sparkradam.study.warmup;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.Verdict;

/**
 * Which untuned rule to take.
 *
 * @param basis what decided
 * @param rules those that are left, the best at its best rate first; none if all diverged
 * @param comparisons of the best rule against each other untuned one
 * @param widths of the widest rule among those that are as good against each other one of them;
 *     empty where the best rate has decided
 * @param baseLine the first of {@code rules} against plain Adam
 * @param tuned the best rule with a tuned warm-up against the first of {@code rules}
 */
public record Recommendation(
    Basis basis,
    List<WarmupRule> rules,
    List<RuleComparison> comparisons,
    List<RuleComparison> widths,
    Optional<RuleComparison> baseLine,
    Optional<RuleComparison> tuned) {
  /** What a recommendation rests on. */
  public enum Basis {
    /** One is clearly best, each at its best rate. */
    BEST_RATE("best rate"),
    /** No other is clearly worse at its best rate, and one has clearly the widest good range. */
    WIDTH("width"),
    /** At their best rates those that are left differ by less than matters. */
    NO_MATTER("no matter"),
    /** The seeds do not tell those that are left apart: they may differ by more than that. */
    UNDECIDED("undecided"),
    /** No other rule was there to be compared with. */
    ONLY_ONE("only one"),
    /** Every other untuned rule diverged at every rate. */
    OTHERS_DIVERGED("others diverged"),
    /** Every untuned rule diverged at every rate. */
    NONE("none");

    private final String title;

    Basis(String title) {
      this.title = title;
    }

    /** For people and files. */
    public String title() {
      return title;
    }
  }

  private static final Recommendation NOTHING =
      new Recommendation(
          Basis.NONE, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

  /** From all rules of a run. */
  static Recommendation of(List<WarmupRule> all, Quality quality) {
    List<WarmupRule> untuned = ranked(all, RuleKind.UNTUNED, quality);
    return untuned.isEmpty()
        ? NOTHING
        : among(untuned, all, new RuleComparison.GoodWidths(all, quality));
  }

  private static Recommendation among(
      List<WarmupRule> untuned, List<WarmupRule> all, RuleComparison.GoodWidths widths) {
    List<RuleComparison> comparisons = comparisons(untuned.get(0), untuned, widths);
    List<WarmupRule> asGood = left(untuned.get(0), comparisons, RuleComparison::atBest);
    List<RuleComparison> ofWidth = asGood.size() == 1 ? List.of() : byWidth(asGood, widths);
    List<WarmupRule> left =
        ofWidth.isEmpty() ? asGood : left(ofWidth.get(0).ours(), ofWidth, RuleComparison::inWidth);
    List<WarmupRule> rules = untuned.stream().filter(left::contains).toList();
    WarmupRule first = rules.get(0);
    return new Recommendation(
        basis(untuned, asGood, rules, widths),
        rules,
        comparisons,
        ofWidth,
        best(all, RuleKind.BASE_LINE, widths).map(adam -> RuleComparison.of(first, adam, widths)),
        best(all, RuleKind.TUNED, widths).map(tuned -> RuleComparison.of(tuned, first, widths)));
  }

  private static Basis basis(
      List<WarmupRule> untuned,
      List<WarmupRule> asGood,
      List<WarmupRule> left,
      RuleComparison.GoodWidths widths) {
    if (untuned.size() == 1) {
      boolean alone = ofKind(widths.rules(), RuleKind.UNTUNED).count() == 1;
      return alone ? Basis.ONLY_ONE : Basis.OTHERS_DIVERGED;
    }
    if (asGood.size() == 1) {
      return Basis.BEST_RATE;
    }
    if (left.size() == 1) {
      return Basis.WIDTH;
    }
    return areLevel(left, widths) ? Basis.NO_MATTER : Basis.UNDECIDED;
  }

  private static boolean areLevel(List<WarmupRule> rules, RuleComparison.GoodWidths widths) {
    return comparisons(rules.get(0), rules, widths).stream()
        .allMatch(comparison -> comparison.atBest() == Verdict.SAME);
  }

  private static Stream<WarmupRule> ofKind(List<WarmupRule> all, RuleKind kind) {
    return all.stream().filter(rule -> rule.kind() == kind);
  }

  /** Those of a kind that did not diverge at every rate, the best first. */
  private static List<WarmupRule> ranked(List<WarmupRule> all, RuleKind kind, Quality quality) {
    return ofKind(all, kind)
        .filter(rule -> rule.best(quality).isPresent())
        .sorted(Comparator.comparingDouble(rule -> -merit(rule, quality)))
        .toList();
  }

  private static Optional<WarmupRule> best(
      List<WarmupRule> all, RuleKind kind, RuleComparison.GoodWidths widths) {
    return ranked(all, kind, widths.quality()).stream().findFirst();
  }

  private static double merit(WarmupRule rule, Quality quality) {
    return quality.sense().gain(0, quality.over(rule.best(quality).orElseThrow()).mean());
  }

  private static List<RuleComparison> comparisons(
      WarmupRule one, List<WarmupRule> all, RuleComparison.GoodWidths widths) {
    return all.stream()
        .filter(other -> !other.equals(one))
        .map(other -> RuleComparison.of(one, other, widths))
        .toList();
  }

  private static List<RuleComparison> byWidth(
      List<WarmupRule> asGood, RuleComparison.GoodWidths widths) {
    WarmupRule widest =
        asGood.stream()
            .max(Comparator.comparingDouble(rule -> DoubleStream.of(widths.of(rule)).sum()))
            .orElseThrow();
    return comparisons(widest, asGood, widths);
  }

  /** The one and those that it does not clearly beat. */
  private static List<WarmupRule> left(
      WarmupRule one, List<RuleComparison> comparisons, Function<RuleComparison, Verdict> by) {
    return Stream.concat(
            Stream.of(one),
            comparisons.stream()
                .filter(comparison -> by.apply(comparison) != Verdict.BETTER)
                .map(RuleComparison::theirs))
        .toList();
  }
}
