package org.sparkradam.study.paired;

import java.util.List;
import org.sparkradam.report.chart.Axis;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.Series;
import org.sparkradam.study.ComparisonResult;
import org.sparkradam.study.MeanAndRange;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.solver.Solver;

/** Pictures of how results depend on the learning rate. */
public final class RatePlots {
  private static final String RATE = "learning rate";

  private final ComparisonResult result;
  private final List<SolverAtRate> groups;

  public RatePlots(ComparisonResult result) {
    this.result = result;
    this.groups = SolverAtRate.of(result);
  }

  /**
   * Each solver's mean over seeds at every rate, within the lowest and the highest seed; no point
   * where a trial diverged.
   */
  public Plot quality(Quality quality) {
    List<Series> series =
        result.spec().solversWithRates().stream().map(solver -> series(solver, quality)).toList();
    return Plot.of("", Axis.log(RATE), Axis.linear("final " + quality.title()), series);
  }

  private Series series(Solver solver, Quality quality) {
    return new Series(
        solver.name(),
        SolverAtRate.byRate(groups, solver).stream()
            .map(group -> point(group.learningRate(), quality.over(group)))
            .toList());
  }

  private static Series.Point point(double rate, MeanAndRange spread) {
    return new Series.Point(rate, spread.mean(), spread.low(), spread.high());
  }

  /**
   * One solver minus each of others, within the bootstrap's 95 %.
   *
   * @param differences of one solver, a list for each other one
   */
  public Plot differences(List<List<RateDifference>> differences) {
    RateDifference any = differences.get(0).get(0);
    List<Series> series = differences.stream().map(RatePlots::differenceSeries).toList();
    return Plot.of(
            "",
            Axis.log(RATE),
            Axis.linear(any.quality().title() + ", " + any.solver().name() + " minus …"),
            series)
        .withReferences(List.of(new Plot.ReferenceLine("no difference", 0)));
  }

  private static Series differenceSeries(List<RateDifference> differences) {
    return new Series(
        differences.get(0).other().name(),
        differences.stream()
            .map(
                one ->
                    new Series.Point(
                        one.learningRate(),
                        one.difference().mean(),
                        one.difference().interval().low(),
                        one.difference().interval().high()))
            .toList());
  }
}
