package org.sparkradam.study.histogram;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /**
   * The rows that all pictures share: neighbouring bins of log10 |g| put together.
   *
   * @param bins of a row
   * @param low the first row, counted in rows from 1 = 10⁰
   * @param end the row after the last
   */
  record DrawnRows(int bins, int low, int end) {
    /** At either end of a histogram less than this share may be left out of the picture. */
    private static final double TAIL = 0.005;

    private static final int MOST_ROWS = 45;

    /** Numbers beside the rows, at most. */
    private static final int MOST_TICKS = 9;

    /** Rows of a fifth, half or whole decade or five, for all that these solvers have to show. */
    static DrawnRows of(List<SolverHistograms> solvers) {
      Supplier<Stream<LogHistogram>> shown =
          () ->
              solvers.stream()
                  .flatMap(s -> IntStream.range(0, s.length()).boxed().flatMap(s::histograms))
                  .filter(histogram -> histogram.nonZeros() > 0);
      int low = shown.get().mapToInt(h -> h.quantileBin(TAIL)).min().orElse(0);
      int high = shown.get().mapToInt(h -> h.quantileBin(1 - TAIL)).max().orElse(0);
      int bins =
          IntStream.of(4, 10, 20)
              .filter(width -> high / width - low / width < MOST_ROWS)
              .findFirst()
              .orElse(5 * LogHistogram.Bins.PER_DECADE);
      return new DrawnRows(bins, Math.floorDiv(low, bins), Math.floorDiv(high, bins) + 1);
    }

    /** The rows from the top: the largest gradients first. */
    int[] fromTop() {
      return IntStream.range(0, end - low).map(i -> end - 1 - i).toArray();
    }

    /** Coordinates in a row. */
    long count(LogHistogram histogram, int row) {
      return IntStream.range(row * bins, (row + 1) * bins).mapToLong(histogram::count).sum();
    }

    GridAxis axis() {
      List<String> names = IntStream.of(fromTop()).mapToObj(this::name).toList();
      return GridAxis.of("log10 |g|", names)
          .withTicks(IntStream.of(fromTop()).mapToObj(this::tick).toList());
    }

    private String name(int row) {
      return String.format(
          Locale.ROOT,
          "%.1f to %.1f",
          LogHistogram.Bins.low(row * bins),
          LogHistogram.Bins.low((row + 1) * bins));
    }

    /** Only whole powers of ten are named. */
    private String tick(int row) {
      int decades = (end - low) * bins / LogHistogram.Bins.PER_DECADE;
      int stride = 1 + decades / MOST_TICKS;
      return Math.floorMod(row * bins, stride * LogHistogram.Bins.PER_DECADE) == 0
          ? Integer.toString(row * bins / LogHistogram.Bins.PER_DECADE)
          : "";
    }
  }
}
