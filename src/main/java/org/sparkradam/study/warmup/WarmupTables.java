package org.sparkradam.study.warmup;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sparkradam.report.CsvTable;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.Spread;
import org.sparkradam.study.paired.GoodRange;
import org.sparkradam.study.paired.Quality;

/** The CSV file that has a row a rule. */
final class WarmupTables {
  private static final List<String> RULES =
      List.of(
          "rule",
          "kind",
          "metric",
          "best_rate",
          "best",
          "lowest",
          "highest",
          "good_low",
          "good_high",
          "low_end",
          "high_end",
          "decades",
          "loss_best_rate",
          "best_loss",
          "diverged_trials");

  private WarmupTables() {}

  /** Means at the best rate with the lowest and highest seed; empty where every rate diverged. */
  static CsvTable rules(WarmupResult result) {
    return new CsvTable(RULES, result.rules().stream().map(rule -> row(rule, result)).toList());
  }

  private static List<Object> row(WarmupRule rule, WarmupResult result) {
    Quality loss = result.loss();
    Optional<SolverAtRate> byLoss = rule.best(loss);
    return Stream.of(
            List.<Object>of(rule.name(), rule.kind().title(), result.comparison().metric().title()),
            best(rule, result.metric()),
            range(rule.goodRange(result.metric())),
            Arrays.<Object>asList(
                byLoss.map(SolverAtRate::learningRate).orElse(null),
                byLoss.map(group -> loss.over(group).mean()).orElse(null),
                rule.groups().stream().mapToLong(SolverAtRate::diverged).sum()))
        .flatMap(List::stream)
        .collect(Collectors.toList());
  }

  private static List<Object> best(WarmupRule rule, Quality quality) {
    Optional<SolverAtRate> best = rule.best(quality);
    Optional<Spread> spread = best.map(quality::over);
    return Arrays.asList(
        best.map(SolverAtRate::learningRate).orElse(null),
        spread.map(Spread::mean).orElse(null),
        spread.map(Spread::low).orElse(null),
        spread.map(Spread::high).orElse(null));
  }

  private static List<Object> range(Optional<GoodRange> range) {
    return Arrays.asList(
        range.map(GoodRange::low).orElse(null),
        range.map(GoodRange::high).orElse(null),
        range.map(good -> end(good.lowEnd())).orElse(null),
        range.map(good -> end(good.highEnd())).orElse(null),
        range.map(GoodRange::decades).orElse(null));
  }

  private static String end(GoodRange.End end) {
    return end.name().toLowerCase(Locale.ROOT);
  }
}
