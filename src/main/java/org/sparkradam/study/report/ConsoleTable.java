package org.sparkradam.study.report;

import static org.sparkradam.report.ReadableNumber.significant;

import java.util.ArrayList;
import java.util.List;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.SolverAtRate;

/** The end of a comparison in the console: a line a solver and rate, means over seeds. */
public final class ConsoleTable {
  private ConsoleTable() {}

  public static String of(ComparisonResult result) {
    List<SolverAtRate> groups = SolverAtRate.of(result);
    List<String> lines = new ArrayList<>();
    int width = groups.stream().mapToInt(g -> g.solver().name().length()).max().orElse(0);
    String format = "%-" + Math.max(width, 16) + "s %13s %12s %12s %11s %9s";
    lines.add(
        format.formatted(
            "solver",
            "learning rate",
            "train loss",
            "test loss",
            result.metric().title(),
            "seconds"));
    for (SolverAtRate group : groups) {
      lines.add(line(format, group));
    }
    ComparisonResult.Optimum optimum = result.optimum();
    lines.add(
        format.formatted(
            result.model().referenceName(),
            "",
            significant(optimum.training().loss()),
            significant(optimum.test().loss()),
            significant(optimum.test().metric()),
            significant(optimum.seconds())));
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(String format, SolverAtRate group) {
    return format.formatted(
        group.solver().name(),
        Double.isNaN(group.learningRate()) ? "" : group.learningRate(),
        significant(group.trainLoss().mean()),
        group.diverged() > 0 ? "diverged" : significant(group.testLoss().mean()),
        significant(group.testMetric().mean()),
        significant(group.seconds().mean()));
  }
}
