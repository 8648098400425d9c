package org.sparkradam.fit;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.mllib.evaluation.BinaryClassificationMetrics;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.sparkradam.report.chart.Axis;
import org.sparkradam.report.chart.Limits;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.Series;
import scala.Tuple2;

/**
 * The curves of a model of two classes.
 *
 * @param sought the name of the class that is looked for
 */
record BinaryPictures(String sought, BinaryClassificationMetrics metrics) {
  private static final Limits SHARES = new Limits(0, 1);
  private static final double[] ENDS = {0, 1};
  private static final String MODEL = "model";

  /** More are not seen and make the page large. */
  private static final int POINTS = 200;

  private static final int CALIBRATION_BINS = 10;

  Measures.Picture roc() {
    return picture(
        "roc",
        "ROC curve",
        "How many of the rows of '%s' are found, against how many others are taken for them.",
        shares("share of the others taken for it", "share found"),
        List.of(curve(metrics.roc()), Series.line("chance", ENDS, ENDS)));
  }

  Measures.Picture precisionRecall() {
    List<Tuple2<Object, Object>> points = collected(metrics.pr());
    double share = (double) points.get(points.size() - 1)._2();
    Plot plot =
        shares("recall", "precision")
            .with(List.of(curve(points)))
            .withReferences(List.of(new Plot.ReferenceLine("share of the class", share)));
    return new Measures.Picture(
        "precision-recall",
        "Precision and recall",
        "How many of the rows taken for '%s' are, against how many of them are found."
            .formatted(sought),
        plot);
  }

  /** Of bins with as many rows each. */
  Measures.Picture calibration(Dataset<Row> scored) {
    List<Row> bins = QuantileBins.of(scored, "score", CALIBRATION_BINS, "avg(score)", "avg(label)");
    double[] predicted = bins.stream().mapToDouble(row -> row.getDouble(0)).toArray();
    double[] observed = bins.stream().mapToDouble(row -> row.getDouble(1)).toArray();
    return picture(
        "calibration",
        "Calibration",
        "How often rows are of '%s', against the probability that the model gives them; each point"
            + " is a tenth of the rows, or all that are given the same one.",
        shares("mean predicted probability", "observed share"),
        List.of(Series.line(MODEL, predicted, observed), Series.line("calibrated", ENDS, ENDS)));
  }

  private Measures.Picture picture(
      String file, String heading, String caption, Frame frame, List<Series> series) {
    return new Measures.Picture(file, heading, caption.formatted(sought), frame.with(series));
  }

  /** Two axes that wait for curves. */
  private record Frame(Axis x, Axis y) {
    Plot with(List<Series> series) {
      return Plot.of("", x, y, series);
    }
  }

  private static Frame shares(String x, String y) {
    return new Frame(Axis.linear(x).within(SHARES), Axis.linear(y).within(SHARES));
  }

  private static Series curve(RDD<Tuple2<Object, Object>> points) {
    return curve(collected(points));
  }

  private static Series curve(List<Tuple2<Object, Object>> points) {
    int last = points.size() - 1;
    int step = Math.max(1, points.size() / POINTS);
    int[] kept = IntStream.rangeClosed(0, last).filter(i -> i % step == 0 || i == last).toArray();
    return Series.line(
        MODEL,
        IntStream.of(kept).mapToDouble(i -> (double) points.get(i)._1()).toArray(),
        IntStream.of(kept).mapToDouble(i -> (double) points.get(i)._2()).toArray());
  }

  private static List<Tuple2<Object, Object>> collected(RDD<Tuple2<Object, Object>> points) {
    return points.toJavaRDD().collect();
  }
}
