package org.sparkradam.study.warmup;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.sparkradam.report.CsvTable;
import org.sparkradam.study.paired.PairedDifference;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RateDifference;

/** The CSV file that has a row a rule, rate and quality: RAdam minus the rule. */
final class DifferenceTable {
  private static final List<String> COLUMNS =
      List.of(
          "solver",
          "other",
          "learning_rate",
          "quality",
          "difference",
          "low",
          "high",
          "seeds",
          "seeds_better",
          "verdict");

  private DifferenceTable() {}

  /** By metric and loss, with the bootstrap's interval as {@code low} and {@code high}. */
  static CsvTable of(WarmupResult result) {
    return new CsvTable(
        COLUMNS,
        Stream.of(result.metric(), result.loss())
            .flatMap(quality -> result.differences(quality).stream())
            .flatMap(List::stream)
            .map(DifferenceTable::row)
            .toList());
  }

  private static List<Object> row(RateDifference one) {
    PairedDifference difference = one.difference();
    return Arrays.asList(
        one.solver().name(),
        one.other().name(),
        one.learningRate(),
        one.quality().title(),
        difference.mean(),
        difference.interval().low(),
        difference.interval().high(),
        difference.values().length,
        better(difference, one.quality()),
        one.verdict().title());
  }

  private static long better(PairedDifference difference, Quality quality) {
    return DoubleStream.of(difference.values())
        .filter(value -> quality.sense().gain(0, value) > 0)
        .count();
  }
}
