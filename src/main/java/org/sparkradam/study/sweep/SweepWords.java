package org.sparkradam.study.sweep;

import static org.sparkradam.report.text.ReadableNumber.brief;
import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparkradam.study.engine.TrialsAlone;
import org.sparkradam.study.paired.DifferenceTables;
import org.sparkradam.study.paired.GoodRange;
import org.sparkradam.study.paired.GoodRange.End;
import org.sparkradam.study.paired.RateDifference;
import org.sparkradam.study.paired.Verdict;

/** What a sweep found, in sentences. */
final class SweepWords {
  private SweepWords() {}

  /** How far each solver's rate may be off. */
  static String ranges(List<SweepResult.SolverRange> ranges) {
    return "The rates within 1 %% of a solver's best %s: %s."
        .formatted(
            ranges.get(0).quality().title(),
            ranges.stream().map(SweepWords::range).collect(Collectors.joining("; ")));
  }

  private static String range(SweepResult.SolverRange range) {
    return range
        .ofItsBest()
        .map(good -> "%s %s (%s)".formatted(range.solver().name(), fromTo(good), decades(good)))
        .orElse(range.solver().name() + " none, since it diverges at every rate");
  }

  /** The ends, such as "0.01 to at least 0.3". */
  static String fromTo(GoodRange range) {
    return "%s%s to %s%s"
        .formatted(
            range.lowEnd() == End.OPEN ? "at most " : "",
            brief(range.low()),
            range.highEnd() == End.OPEN ? "at least " : "",
            brief(range.high()));
  }

  /** The width, such as "1.5 powers of ten". */
  static String decades(GoodRange range) {
    boolean open = range.lowEnd() == End.OPEN || range.highEnd() == End.OPEN;
    return String.format(
        Locale.ROOT, "%s%.1f powers of ten", open ? "at least " : "", range.decades());
  }

  /** Where the first solver is better than another, and by how much at most. */
  static String differences(List<RateDifference> differences) {
    RateDifference any = differences.get(0);
    return "%s is %s than %s%s."
        .formatted(
            any.solver().name(),
            Stream.of(Verdict.BETTER, Verdict.WORSE)
                .map(verdict -> verdict.title() + " at " + rates(differences, verdict))
                .collect(Collectors.joining(" and ")),
            any.other().name(),
            extremes(differences));
  }

  private static String rates(List<RateDifference> differences, Verdict verdict) {
    String rates =
        differences.stream()
            .filter(one -> one.verdict() == verdict)
            .map(one -> significant(one.learningRate()))
            .collect(Collectors.joining(", "));
    return rates.isEmpty() ? "no rate" : rates;
  }

  private static String extremes(List<RateDifference> differences) {
    List<RateDifference> finite =
        differences.stream()
            .filter(one -> one.verdict() != Verdict.DIVERGED)
            .sorted(Comparator.comparingDouble(one -> one.difference().mean()))
            .toList();
    return finite.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            ": in %s the difference goes from %s to %s (95 %% intervals, paired over %d seeds)",
            finite.get(0).quality().title(),
            DifferenceTables.words(finite.get(0)),
            DifferenceTables.words(finite.get(finite.size() - 1)),
            finite.get(0).difference().values().length);
  }

  /** What lock-step saves. */
  static String alone(TrialsAlone alone) {
    return String.format(
        Locale.ROOT,
        "In lock-step the %d trials trained for %s s, one by one for %s s, %s times as long; %d"
            + " of them ended with the same bits alone.",
        alone.trials(),
        brief(alone.lockstepSeconds()),
        brief(alone.aloneSeconds()),
        brief(alone.ratio()),
        alone.sameBits());
  }
}
