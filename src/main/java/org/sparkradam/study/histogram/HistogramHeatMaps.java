package org.sparkradam.study.histogram;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.sparkradam.report.chart.ColorScale;
import org.sparkradam.report.chart.GridAxis;
import org.sparkradam.report.chart.HeatMap;
import org.sparkradam.report.chart.Limits;

/** The paper's figures 2 and 3: a solver's histograms side by side over the steps. */
final class HistogramHeatMaps {
  private final List<SolverHistograms> solvers;
  private final SolverHistograms longest;
  private final DrawnRows rows;

  HistogramHeatMaps(HistogramResult result) {
    this.solvers = SolverHistograms.of(result);
    this.longest = SolverHistograms.unmoved(result);
    this.rows = DrawnRows.of(solvers);
  }

  /** One a solver, all with the same axes and colours; seeds are counted together. */
  List<HeatMap> all() {
    List<List<List<Double>>> grids = solvers.stream().map(this::grid).toList();
    ColorScale colors =
        ColorScale.linear("share of coordinates", ColorScale.Darkest.HIGHEST).within(around(grids));
    return IntStream.range(0, grids.size())
        .mapToObj(i -> map(solvers.get(i).title(), grids.get(i), colors))
        .toList();
  }

  private HeatMap map(String title, List<List<Double>> grid, ColorScale colors) {
    return new HeatMap(title, steps(), rows.axis(), grid, colors);
  }

  // Limits of its own would take the fullest rows, which are what there is to see, for outliers.
  private static Limits around(List<List<List<Double>>> grids) {
    double fullest =
        grids.stream()
            .flatMap(List::stream)
            .flatMap(List::stream)
            .filter(Objects::nonNull)
            .mapToDouble(share -> share)
            .max()
            .orElse(1);
    return new Limits(0, fullest);
  }

  private List<List<Double>> grid(SolverHistograms solver) {
    return Arrays.stream(rows.fromTop()).mapToObj(row -> row(solver, row)).toList();
  }

  private List<Double> row(SolverHistograms solver, int row) {
    return IntStream.range(0, longest.length())
        .mapToObj(index -> index < solver.length() ? share(solver, index, row) : null)
        .toList();
  }

  /** Blank where there is nothing. */
  private Double share(SolverHistograms solver, int index, int row) {
    long count = solver.histograms(index).mapToLong(h -> rows.count(h, row)).sum();
    long all = solver.histograms(index).mapToLong(LogHistogram::nonZeros).sum();
    return count == 0 ? null : Double.valueOf((double) count / all);
  }

  private GridAxis steps() {
    List<Long> steps = IntStream.range(0, longest.length()).mapToObj(longest::step).toList();
    return GridAxis.of("step t", steps.stream().map(String::valueOf).toList())
        .withTicks(steps.stream().map(HistogramHeatMaps::tick).toList());
  }

  private static String tick(long step) {
    return Long.toString(step).matches("[125]0*") ? Long.toString(step) : "";
  }
}
