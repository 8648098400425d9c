package org.sparkradam.study.warmup;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.Verdict;

/** What the study found, in sentences. */
final class WarmupWords {
  private final Recommendation made;
  private final Quality quality;

  WarmupWords(WarmupResult result) {
    this.made = result.recommendation();
    this.quality = result.metric();
  }

  /** Which untuned rule to take and why; what plain Adam and a tuned warm-up are beside it. */
  List<String> answers() {
    return Stream.of(recommendation(), neighbours()).filter(text -> !text.isEmpty()).toList();
  }

  private String recommendation() {
    return switch (made.basis()) {
      case NONE -> "Every rule without a length to tune diverged at every rate: try lower rates.";
      case ONLY_ONE ->
          "There is one rule without a length to tune, %s: %s.".formatted(names(" or "), reached());
      case OTHERS_DIVERGED ->
          "Of the rules without a length to tune take %s, since every other diverged at every rate: %s."
              .formatted(names(" or "), reached());
      case BEST_RATE ->
          "Of the rules without a length to tune take %s: %s.".formatted(names(" or "), standing());
      case WIDTH ->
          "Of the rules without a length to tune take %s, whose good rates reach further%s: %s."
              .formatted(names(" or "), wider(), standing());
      case NO_MATTER ->
          ("Of the rules without a length to tune take %s, it does not matter which: %s, and none"
                  + " of them has clearly the wider range of good rates.")
              .formatted(names(" or "), standing());
      case UNDECIDED ->
          ("Of the rules without a length to tune these seeds do not tell %s apart: %s, and none"
                  + " of them has clearly the wider range of good rates; give more seeds.")
              .formatted(names(" and "), standing());
    };
  }

  private String names(String joint) {
    return made.rules().stream().map(WarmupRule::name).collect(Collectors.joining(joint));
  }

  /** The best untuned rule beside each other one. */
  private String standing() {
    return made.comparisons().stream()
        .map(
            comparison ->
                margin(comparison) + " " + at(comparison.theirs(), comparison.theirBest()))
        .collect(Collectors.joining(", ", reached() + ", ", ""));
  }

  private String reached() {
    WarmupRule best =
        made.comparisons().isEmpty() ? made.rules().get(0) : made.comparisons().get(0).ours();
    SolverAtRate group = best.best(quality).orElseThrow();
    return "%s has at best a %s of %s"
        .formatted(at(best, group), quality.title(), significant(quality.over(group).mean()));
  }

  private static String at(WarmupRule rule, SolverAtRate group) {
    return "%s at %s".formatted(rule.name(), significant(group.learningRate()));
  }

  private static String margin(RuleComparison comparison) {
    String gain = RuleWords.size(comparison.gain());
    return switch (comparison.atBest()) {
      case BETTER -> gain + " better than";
      case WORSE -> gain + " worse than";
      case SAME -> "level (" + RuleWords.signed(comparison.gain()) + ") with";
      case UNDECIDED, DIVERGED ->
          "not told apart (" + RuleWords.signed(comparison.gain()) + ") from";
    };
  }

  private String wider() {
    return made.widths().stream()
        .filter(comparison -> comparison.inWidth() == Verdict.BETTER)
        .map(
            comparison ->
                " than those of %s by %s powers of ten"
                    .formatted(comparison.theirs().name(), RuleWords.size(comparison.widening())))
        .collect(Collectors.joining(","));
  }

  private String neighbours() {
    String both =
        Stream.of(made.baseLine().map(this::baseLine), made.tuned().map(WarmupWords::tuned))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return both.isEmpty() ? "" : both + ".";
  }

  private String baseLine(RuleComparison comparison) {
    return "Beside plain %s, %s is %s it"
        .formatted(
            at(comparison.theirs(), comparison.theirBest()),
            comparison.ours().name(),
            margin(comparison));
  }

  private static String tuned(RuleComparison comparison) {
    String best = "the best tuned warm-up, " + at(comparison.ours(), comparison.ourBest()) + ", ";
    String other = " " + comparison.theirs().name();
    return switch (comparison.atBest()) {
      case BETTER -> best + "would gain " + RuleWords.size(comparison.gain()) + " over" + other;
      case WORSE -> best + "is " + RuleWords.size(comparison.gain()) + " worse than" + other;
      case SAME ->
          best
              + "gains nothing that matters over"
              + other
              + ": "
              + RuleWords.signed(comparison.gain());
      case UNDECIDED, DIVERGED ->
          best
              + "gains nothing that is sure over"
              + other
              + ": "
              + RuleWords.signed(comparison.gain());
    };
  }
}
