package org.sparkradam.study.warmup;

import static org.sparkradam.report.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.paired.Quality;

/** The end of the study in the console: a line a rule, and the answers. */
public final class WarmupConsole {
  private WarmupConsole() {}

  public static String of(WarmupResult result) {
    int width = result.rules().stream().mapToInt(rule -> rule.name().length()).max().orElse(0);
    String format = "%-" + width + "s %9s %14s  %s";
    List<String> lines = new ArrayList<>();
    lines.add(format.formatted("rule", "best rate", result.metric().title(), "within 1 % of it"));
    result.rules().forEach(rule -> lines.add(line(format, rule, result.metric())));
    lines.addAll(new WarmupWords(result).answers());
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(String format, WarmupRule rule, Quality quality) {
    Optional<SolverAtRate> best = rule.best(quality);
    return format.formatted(
        rule.name(),
        best.map(group -> significant(group.learningRate())).orElse(""),
        best.map(group -> significant(quality.over(group).mean())).orElse("diverged"),
        rule.goodRange(quality).map(RuleWords::rates).orElse(""));
  }
}
