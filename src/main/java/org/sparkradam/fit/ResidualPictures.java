package org.sparkradam.fit;

import static org.apache.spark.sql.functions.expr;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.report.chart.Axis;
import org.sparkradam.report.chart.Limits;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.Series;

/** How far a regression is off, and where. A residual is the label less the prediction. */
final class ResidualPictures {
  private static final int BINS = 20;
  private static final int BARS = 40;
  private static final double MARGIN = 0.04;
  private static final String RESIDUAL = "label - prediction";

  private final Dataset<Row> scored;
  private final List<Row> bins;

  ResidualPictures(Dataset<Row> scored) {
    this.scored = scored;
    this.bins =
        QuantileBins.of(
            scored,
            "prediction",
            BINS,
            "avg(prediction)",
            "avg(label)",
            "percentile_approx(label, array(0.1D, 0.9D))",
            "avg(" + RESIDUAL + ")",
            "percentile_approx(" + RESIDUAL + ", array(0.1D, 0.9D))");
  }

  List<Measures.Picture> all() {
    return Stream.of(Optional.of(actual()), Optional.of(residuals()), histogram())
        .flatMap(Optional::stream)
        .toList();
  }

  private Measures.Picture actual() {
    Series labels = banded("mean label", 1);
    double[] ends = {bins.get(0).getDouble(0), bins.get(bins.size() - 1).getDouble(0)};
    return new Measures.Picture(
        "predicted-actual",
        "Actual against predicted",
        "Means of twentieths of the rows, the band from the 10th to the 90th percentile of the"
            + " label.",
        Plot.of(
            "",
            Axis.linear("mean prediction"),
            holding("label", labels),
            List.of(labels, Series.line("as predicted", ends, ends))));
  }

  private Measures.Picture residuals() {
    Series residuals = banded("mean residual", 3);
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

  /** A value and its band in the two fields from an index on. */
  private Series banded(String name, int field) {
    return Series.banded(
        name,
        column(row -> row.getDouble(0)),
        column(row -> row.getDouble(field)),
        column(row -> row.<Double>getList(field + 1).get(0)),
        column(row -> row.<Double>getList(field + 1).get(1)));
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

  private double[] column(ToDoubleFunction<Row> value) {
    return bins.stream().mapToDouble(value).toArray();
  }

  /** None where the residuals are all alike, or too nearly so for bars of different edges. */
  private Optional<Measures.Picture> histogram() {
    Dataset<Row> residuals = scored.select(expr(RESIDUAL).as("residual"));
    double[] ends = residuals.stat().approxQuantile("residual", new double[] {0.005, 0.995}, 0.001);
    double width = (ends[1] - ends[0]) / BARS;
    double[] edges = IntStream.rangeClosed(0, BARS).mapToDouble(i -> ends[0] + i * width).toArray();
    return IntStream.range(0, BARS).allMatch(i -> edges[i] < edges[i + 1])
        ? Optional.of(histogram(bars(residuals, edges)))
        : Optional.empty();
  }

  private static Measures.Picture histogram(Series bars) {
    return new Measures.Picture(
        "residual-histogram",
        "Histogram of residuals",
        "The central 99 % of the test rows.",
        Plot.of("", Axis.linear("residual"), holding("rows", bars), List.of(bars)));
  }

  private static Series bars(Dataset<Row> residuals, double[] edges) {
    long[] counts = residuals.javaRDD().mapToDouble(row -> row.getDouble(0)).histogram(edges);
    // Each bar is a step of the line: up at its left edge, level to its right one.
    double[] x = IntStream.range(0, 2 * BARS).mapToDouble(i -> edges[(i + 1) / 2]).toArray();
    double[] y = IntStream.range(0, 2 * BARS).mapToDouble(i -> counts[i / 2]).toArray();
    return Series.line("test rows", x, y);
  }
}
