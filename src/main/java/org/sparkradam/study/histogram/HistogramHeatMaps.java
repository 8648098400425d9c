package org.sparkradam.study.histogram;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sparkradam.report.ColorScale;
import org.sparkradam.report.Darkest;
import org.sparkradam.report.GridAxis;
import org.sparkradam.report.HeatMap;

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
    return HeatMap.aligned(solvers.stream().map(this::map).toList());
  }

  private HeatMap map(SolverHistograms solver) {
    return new HeatMap(
        solver.title(),
        steps(),
        rows.axis(),
        Arrays.stream(rows.fromTop()).mapToObj(row -> row(solver, row)).toList(),
        ColorScale.linear("share of the coordinates that are not 0", Darkest.HIGHEST));
  }

  private List<Double> row(SolverHistograms solver, int row) {
    return IntStream.range(0, longest.length())
        .mapToObj(index -> index < solver.length() ? share(solver, index, row) : null)
        .toList();
  }

  /** Blank where there is nothing. */
  private Double share(SolverHistograms solver, int index, int row) {
    long count = solver.histograms(index).mapToLong(h -> rows.count(h, row)).sum();
    long all = solver.histograms(index).mapToLong(GradientHistogram::nonZeros).sum();
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
