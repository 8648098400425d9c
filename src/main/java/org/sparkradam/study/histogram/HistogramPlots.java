package org.sparkradam.study.histogram;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.report.chart.Axis;
import org.sparkradam.report.chart.Limits;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.Series;
import org.sparkradam.report.chart.Series.Point;
import org.sparkradam.study.MeanAndRange;

/** The line plots of the study: means over seeds, bands from the lowest to the highest seed. */
final class HistogramPlots {
  private static final String STEP = "step t";

  private final List<SolverHistograms> solvers;
  private final SolverHistograms unmoved;
  private final String loss;

  HistogramPlots(HistogramResult result) {
    this.solvers = SolverHistograms.of(result);
    this.unmoved = SolverHistograms.unmoved(result);
    this.loss = "training " + result.spec().model().lossName().title();
  }

  /** How far each histogram is from the first one. */
  Plot distance() {
    List<Series> series =
        Stream.concat(solvers.stream(), Stream.of(unmoved))
            .map(solver -> curve(solver, solver::distance))
            .toList();
    Plot plot = Plot.of("", Axis.log(STEP), Axis.log("distance, decades"), series);
    return plot.within(steps(), around(series));
  }

  /** The loss of the minibatches, at each recorded step the mean since the one before. */
  Plot loss() {
    return Plot.of(
        "",
        Axis.log(STEP),
        Axis.linear(loss),
        solvers.stream().map(solver -> curve(solver, solver::loss)).toList());
  }

  private static Series curve(SolverHistograms solver, IntFunction<MeanAndRange> value) {
    return new Series(
        solver.title(),
        IntStream.range(0, solver.length())
            .mapToObj(index -> point(solver.step(index), value.apply(index)))
            .toList());
  }

  private static Point point(long step, MeanAndRange value) {
    return new Point(step, value.mean(), value.low(), value.high());
  }

  private Limits steps() {
    return new Limits(0.9, 1.1 * unmoved.step(unmoved.length() - 1));
  }

  // Limits of its own would take what moves far for a diverged curve.
  private static Limits around(List<Series> series) {
    double[] shown =
        series.stream()
            .flatMap(curve -> curve.points().stream())
            .flatMapToDouble(point -> DoubleStream.of(point.y(), point.low(), point.high()))
            .filter(distance -> distance > 0 && Double.isFinite(distance))
            .sorted()
            .toArray();
    return shown.length == 0
        ? new Limits(0.1, 1)
        : new Limits(shown[0] / 1.3, shown[shown.length - 1] * 1.3);
  }
}
