package org.sparkradam.study.fit;

import static org.apache.spark.sql.functions.expr;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.report.Axis;
import org.sparkradam.report.Plot;
import org.sparkradam.report.ReferenceLine;
import org.sparkradam.report.Series;

/** How far a regression is off, and where. A residual is the label less the prediction. */
final class ResidualPictures {
  private static final int BINS = 20;
  private static final int BARS = 40;
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

  List<Picture> all() {
    return List.of(actual(), residuals(), histogram());
  }

  private Picture actual() {
    double[] ends = {bins.get(0).getDouble(0), bins.get(bins.size() - 1).getDouble(0)};
    return new Picture(
        "predicted-actual",
        "Actual against predicted",
        "Means of twentieths of the rows, the band from the 10th to the 90th percentile of the"
            + " label.",
        Plot.of(
            "",
            Axis.linear("mean prediction"),
            Axis.linear("label"),
            List.of(banded("mean label", 1), Series.line("as predicted", ends, ends))));
  }

  private Picture residuals() {
    return new Picture(
        "residuals",
        "Residuals against prediction",
        "Label less prediction, of the same rows: a curve away from zero is what the model has not"
            + " learnt.",
        Plot.of(
                "",
                Axis.linear("mean prediction"),
                Axis.linear("residual"),
                List.of(banded("mean residual", 3)))
            .withReferences(List.of(new ReferenceLine("none", 0))));
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

  private double[] column(ToDoubleFunction<Row> value) {
    return bins.stream().mapToDouble(value).toArray();
  }

  private Picture histogram() {
    return new Picture(
        "residual-histogram",
        "Histogram of residuals",
        "The central 99 % of the test rows.",
        Plot.of("", Axis.linear("residual"), Axis.linear("rows"), List.of(bars())));
  }

  private Series bars() {
    Dataset<Row> residuals = scored.select(expr(RESIDUAL).as("residual"));
    double[] ends = residuals.stat().approxQuantile("residual", new double[] {0.005, 0.995}, 0.001);
    double width = (ends[1] - ends[0]) / BARS;
    double[] edges = IntStream.rangeClosed(0, BARS).mapToDouble(i -> ends[0] + i * width).toArray();
    long[] counts =
        width > 0
            ? residuals.javaRDD().mapToDouble(row -> row.getDouble(0)).histogram(edges)
            : new long[BARS];
    // Each bar is a step of the line: up at its left edge, level to its right one.
    double[] x = IntStream.range(0, 2 * BARS).mapToDouble(i -> edges[(i + 1) / 2]).toArray();
    double[] y = IntStream.range(0, 2 * BARS).mapToDouble(i -> counts[i / 2]).toArray();
    return Series.line("test rows", x, y);
  }
}
