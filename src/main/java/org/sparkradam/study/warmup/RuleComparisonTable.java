package org.sparkradam.study.warmup;

import static org.sparkradam.report.text.ReadableNumber.significant;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sparkradam.report.Cell;
import org.sparkradam.report.HtmlTable;
import org.sparkradam.study.paired.Verdict;

/** How the recommendation came about, for the page. */
record RuleComparisonTable(Recommendation recommendation) {
  private static final String RULE =
      "First each untuned rule's best rate, where the means over seeds are best: the best of them"
          + " beats another where the 95 %% bootstrap interval of their paired difference excludes 0"
          + " and the difference is at least 0.1 %% of its value. Of those that are level, the one"
          + " with the widest range of good rates beats another likewise, from 0.1 powers of ten"
          + " on; good is, seed by seed, what is within 1 %% of the best of all rules. Where that"
          + " leaves more than one, it does not matter which if those intervals lie within 0.1 %% of"
          + " the value on either side of 0 (level); else the seeds do not tell. Below, plain Adam and the best tuned"
          + " warm-up beside the best rule that is left. Positive is better or wider. The best rate"
          + " is chosen on the rows that it is measured on, which flatters all alike. %s";
  private static final String FEW =
      "Of %d seeds all lean to one side by chance alone once in %s times: few seeds decide too"
          + " easily.";

  /** None where nothing was there to be compared. */
  Optional<HtmlTable> table() {
    List<List<Cell>> rows = comparisons().map(RuleComparisonTable::row).toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(table(rows));
  }

  private HtmlTable table(List<List<Cell>> rows) {
    return new HtmlTable(
        "How it was decided",
        RULE.formatted(chance(recommendation.rules().get(0).seeds())),
        List.of("rule", "at", "against", "at", "gain", "wider by", "at best rates", "in width"),
        rows);
  }

  private static String chance(int seeds) {
    return seeds == 1
        ? "One seed decides nothing."
        : String.format(Locale.ROOT, FEW, seeds, significant(Math.pow(2, seeds - 1.0)));
  }

  private Stream<RuleComparison> comparisons() {
    return Stream.of(
            recommendation.comparisons().stream(),
            recommendation.widths().stream().filter(this::isNew),
            Stream.of(recommendation.baseLine(), recommendation.tuned()).flatMap(Optional::stream))
        .flatMap(comparisons -> comparisons);
  }

  /** The best rule may be the widest as well. */
  private boolean isNew(RuleComparison comparison) {
    return recommendation.comparisons().stream()
        .noneMatch(one -> one.ours().equals(comparison.ours()));
  }

  private static List<Cell> row(RuleComparison comparison) {
    return List.of(
        Cell.text(comparison.ours().name()),
        Cell.number(comparison.ourBest().learningRate()),
        Cell.text(comparison.theirs().name()),
        Cell.number(comparison.theirBest().learningRate()),
        Cell.text(RuleWords.signed(comparison.gain())),
        Cell.text(RuleWords.signed(comparison.widening())),
        verdict(comparison.atBest(), "better", "worse"),
        verdict(comparison.inWidth(), "wider", "narrower"));
  }

  private static Cell verdict(Verdict verdict, String more, String less) {
    return switch (verdict) {
      case BETTER -> Cell.text(more).marked(Cell.Mark.BEST);
      case WORSE -> Cell.text(less).marked(Cell.Mark.BEST);
      case SAME -> Cell.text("level");
      case UNDECIDED, DIVERGED -> Cell.text(verdict.title());
    };
  }
}
