package org.sparkradam.study.histogram;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.report.chart.GridAxis;

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
