package org.sparkradam.study.warmup;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RateDifference.Verdict;

/**
 * Which untuned rule to take.
 *
 * @param basis what decided
 * @param rules those that are left, the best at its best rate first; none if all diverged
 * @param contests of the best rule against each other untuned one
 * @param widths of the widest rule among those that are as good against each other one of them;
 *     empty where the best rate has decided
 * @param baseLine the first of {@code rules} against plain Adam
 * @param tuned the best rule with a tuned warm-up against the first of {@code rules}
 */
public record Recommendation(
    Basis basis,
    List<WarmupRule> rules,
    List<Contest> contests,
    List<Contest> widths,
    Optional<Contest> baseLine,
    Optional<Contest> tuned) {
  /** What a recommendation rests on. */
  public enum Basis {
    /** One is clearly best, each at its best rate. */
    BEST_RATE("best rate"),
    /** They are as good, and one has clearly the widest range of good rates. */
    WIDTH("width"),
    /** Neither tells those that are left apart. */
    NO_MATTER("no matter"),
    /** No rule was there to be compared with. */
    ONLY_ONE("only one"),
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
    return untuned.isEmpty() ? NOTHING : among(untuned, all, new GoodWidths(all, quality));
  }

  private static Recommendation among(
      List<WarmupRule> untuned, List<WarmupRule> all, GoodWidths widths) {
    List<Contest> contests = contests(untuned.get(0), untuned, widths);
    List<WarmupRule> asGood = left(untuned.get(0), contests, Contest::atBest);
    List<Contest> ofWidth = asGood.size() == 1 ? List.of() : byWidth(asGood, widths);
    List<WarmupRule> left =
        ofWidth.isEmpty() ? asGood : left(ofWidth.get(0).ours(), ofWidth, Contest::inWidth);
    List<WarmupRule> rules = untuned.stream().filter(left::contains).toList();
    WarmupRule first = rules.get(0);
    return new Recommendation(
        basis(untuned, asGood, rules),
        rules,
        contests,
        ofWidth,
        best(all, RuleKind.BASE_LINE, widths).map(adam -> Contest.of(first, adam, widths)),
        best(all, RuleKind.TUNED, widths).map(tuned -> Contest.of(tuned, first, widths)));
  }

  private static Basis basis(
      List<WarmupRule> untuned, List<WarmupRule> asGood, List<WarmupRule> left) {
    if (untuned.size() == 1) {
      return Basis.ONLY_ONE;
    }
    if (asGood.size() == 1) {
      return Basis.BEST_RATE;
    }
    return left.size() == 1 ? Basis.WIDTH : Basis.NO_MATTER;
  }

  /** Those of a kind that did not diverge at every rate, the best first. */
  private static List<WarmupRule> ranked(List<WarmupRule> all, RuleKind kind, Quality quality) {
    return all.stream()
        .filter(rule -> rule.kind() == kind && rule.best(quality).isPresent())
        .sorted(Comparator.comparingDouble(rule -> -merit(rule, quality)))
        .toList();
  }

  private static Optional<WarmupRule> best(List<WarmupRule> all, RuleKind kind, GoodWidths widths) {
    return ranked(all, kind, widths.quality()).stream().findFirst();
  }

  private static double merit(WarmupRule rule, Quality quality) {
    return quality.sense().gain(0, quality.over(rule.best(quality).orElseThrow()).mean());
  }

  private static List<Contest> contests(WarmupRule one, List<WarmupRule> all, GoodWidths widths) {
    return all.stream()
        .filter(other -> !other.equals(one))
        .map(other -> Contest.of(one, other, widths))
        .toList();
  }

  private static List<Contest> byWidth(List<WarmupRule> asGood, GoodWidths widths) {
    WarmupRule widest =
        asGood.stream()
            .max(Comparator.comparingDouble(rule -> DoubleStream.of(widths.of(rule)).sum()))
            .orElseThrow();
    return contests(widest, asGood, widths);
  }

  /** The one and those that it does not clearly beat. */
  private static List<WarmupRule> left(
      WarmupRule one, List<Contest> contests, Function<Contest, Verdict> by) {
    return Stream.concat(
            Stream.of(one),
            contests.stream()
                .filter(contest -> by.apply(contest) != Verdict.BETTER)
                .map(Contest::theirs))
        .toList();
  }
}
