package org.sparkradam.study.convention;

import static org.sparkradam.report.text.ReadableNumber.significant;
import static org.sparkradam.study.convention.ConventionResult.percent;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sparkradam.study.paired.Verdict;

/** What a comparison of conventions found, in two sentences. */
final class ConventionWords {
  private ConventionWords() {}

  /** How many differences there are, and the greatest. */
  static String count(ConventionResult result) {
    List<Effect> effects = result.effects();
    return String.format(
        Locale.ROOT,
        "Of %d pairs of a setting and a learning rate the setting changes the test loss by less"
            + " than 0.1 %% in %d, for the better in %d, for the worse in %d; %d are undecided, and"
            + " in %d a trial diverged.",
        effects.size(),
        count(effects, Verdict.SAME),
        count(effects, Verdict.BETTER),
        count(effects, Verdict.WORSE),
        count(effects, Verdict.UNDECIDED),
        count(effects, Verdict.DIVERGED));
  }

  private static long count(List<Effect> effects, Verdict verdict) {
    return effects.stream().filter(one -> one.verdict() == verdict).count();
  }

  /** For each setting its greatest effect. */
  static String greatest(ConventionResult result) {
    return "The greatest effect of each: %s."
        .formatted(
            result.ablations().stream()
                .map(ablation -> greatest(result.effects(ablation)))
                .collect(Collectors.joining("; ")));
  }

  private static String greatest(List<Effect> effects) {
    return effects.stream()
        .filter(one -> Double.isFinite(one.share()))
        .max(Comparator.comparingDouble(one -> Math.abs(one.share())))
        .map(
            one ->
                "%s %s %s at %s"
                    .formatted(
                        one.ablation().title(),
                        percent(one.share()),
                        one.interval().words(ConventionResult::percent),
                        significant(one.learningRate())))
        .orElseGet(() -> none(effects));
  }

  private static String none(List<Effect> effects) {
    String title = effects.get(0).ablation().title();
    return count(effects, Verdict.DIVERGED) == effects.size()
        ? title + " diverged at every rate"
        : title + " is not defined, since the loss without it is 0";
  }
}
