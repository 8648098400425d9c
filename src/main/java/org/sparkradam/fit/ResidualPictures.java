package org.sparkradam.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sparkradam.fit.ResidualSample.Pair;
import org.sparkradam.report.chart.Axis;
import org.sparkradam.report.chart.Limits;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.Series;

/** How far a regression is off, and where. A residual is the label less the prediction. */
final class ResidualPictures {
  private static final int BINS = 20;
  private static final int BARS = 40;
  private static final double MARGIN = 0.04;

  private final List<Pair> pairs;
  private final List<List<Pair>> bins;
  private final String rows;

  ResidualPictures(ResidualSample sample) {
    this.pairs = sample.pairs();
    this.bins = bins(pairs);
    this.rows =
        sample.isPart()
            ? String.format(Locale.ROOT, "%,d random ones of the test rows", pairs.size())
            : "the test rows";
  }

  /** Of about as many rows each, fewer where many predictions are alike. */
  private static List<List<Pair>> bins(List<Pair> sorted) {
    List<List<Pair>> bins = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= sorted.size(); to++) {
      boolean full = (long) BINS * to / sorted.size() > (long) BINS * from / sorted.size();
      boolean last = to == sorted.size();
      if (last || full && sorted.get(to).prediction() > sorted.get(to - 1).prediction()) {
        bins.add(sorted.subList(from, to));
        from = to;
      }
    }
    return bins;
  }

  List<Measures.Picture> all() {
    return Stream.of(Optional.of(actual()), Optional.of(residuals()), histogram())
        .flatMap(Optional::stream)
        .toList();
  }

  private Measures.Picture actual() {
    Series labels = banded("mean label", Pair::label);
    double[] ends = {
      mean(bins.get(0), Pair::prediction), mean(bins.get(bins.size() - 1), Pair::prediction)
    };
    return new Measures.Picture(
        "predicted-actual",
        "Actual against predicted",
        "Means of twentieths of %s, the band from the 10th to the 90th percentile of the label."
            .formatted(rows),
        Plot.of(
            "",
            Axis.linear("mean prediction"),
            holding("label", labels),
            List.of(labels, Series.line("as predicted", ends, ends))));
  }

  private Measures.Picture residuals() {
    Series residuals = banded("mean residual", Pair::residual);
    return new Measures.Picture(
        "residuals",
        "Residuals against prediction",
        "Label less prediction, of the same rows: a curve away from zero is what the model has not"
            + " learnt.",
        Plot.of(
                "",
                Axis.linear("mean prediction"),
                holding("residual", residuals),
                List.of(residuals))
            .withReferences(List.of(new Plot.ReferenceLine("none", 0))));
  }

  private Series banded(String name, ToDoubleFunction<Pair> value) {
    return Series.banded(
        name,
        ofBins(bin -> mean(bin, Pair::prediction)),
        ofBins(bin -> mean(bin, value)),
        ofBins(bin -> quantile(values(bin, value), 0.1)),
        ofBins(bin -> quantile(values(bin, value), 0.9)));
  }

  private double[] ofBins(ToDoubleFunction<List<Pair>> value) {
    return bins.stream().mapToDouble(value).toArray();
  }

  private static double mean(List<Pair> bin, ToDoubleFunction<Pair> value) {
    return bin.stream().mapToDouble(value).average().orElseThrow();
  }

  /** In their order. */
  private static double[] values(List<Pair> some, ToDoubleFunction<Pair> value) {
    return some.stream().mapToDouble(value).sorted().toArray();
  }

  /** One of the values. */
  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
  }

  /** All of a curve and its band: here nothing far out is a divergence. */
  private static Axis holding(String label, Series series) {
    double[] heights =
        series.points().stream()
            .flatMapToDouble(point -> DoubleStream.of(point.y(), point.low(), point.high()))
            .filter(Double::isFinite)
            .toArray();
    double low = Arrays.stream(heights).min().orElse(0);
    double high = Arrays.stream(heights).max().orElse(0);
    double margin = high > low ? MARGIN * (high - low) : high == 0 ? 1 : 0.1 * Math.abs(high);
    return Axis.linear(label).within(new Limits(low - margin, high + margin));
  }

  /** None where the residuals are all alike, or too nearly so for bars of different edges. */
  private Optional<Measures.Picture> histogram() {
    double[] residuals = values(pairs, Pair::residual);
    double[] ends = {quantile(residuals, 0.005), quantile(residuals, 0.995)};
    double width = (ends[1] - ends[0]) / BARS;
    double[] edges = IntStream.rangeClosed(0, BARS).mapToDouble(i -> ends[0] + i * width).toArray();
    return IntStream.range(0, BARS).allMatch(i -> edges[i] < edges[i + 1])
        ? Optional.of(histogram(bars(residuals, edges)))
        : Optional.empty();
  }

  private Measures.Picture histogram(Series bars) {
    return new Measures.Picture(
        "residual-histogram",
        "Histogram of residuals",
        "The central 99 % of " + rows + ".",
        Plot.of("", Axis.linear("residual"), holding("rows", bars), List.of(bars)));
  }

  private static Series bars(double[] residuals, double[] edges) {
    long[] counts = new long[BARS];
    for (double residual : residuals) {
      if (residual >= edges[0] && residual <= edges[BARS]) {
        int edge = Arrays.binarySearch(edges, residual);
        counts[Math.min(BARS - 1, edge >= 0 ? edge : -edge - 2)]++;
      }
    }
    // Each bar is a step of the line: up at its left edge, level to its right one.
    double[] x = IntStream.range(0, 2 * BARS).mapToDouble(i -> edges[(i + 1) / 2]).toArray();
    double[] y = IntStream.range(0, 2 * BARS).mapToDouble(i -> counts[i / 2]).toArray();
    return Series.line("rows", x, y);
  }
}
