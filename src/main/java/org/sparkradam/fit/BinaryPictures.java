package org.sparkradam.fit;

import java.util.List;
import java.util.stream.IntStream;
import org.sparkradam.report.chart.Axis;
import org.sparkradam.report.chart.Limits;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.Series;

/**
 * The curves of a model of two classes.
 *
 * @param sought the name of the class that is looked for
 */
record BinaryPictures(String sought, Ranking ranking) {
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
        List.of(curve(ranking.roc()), Series.line("chance", ENDS, ENDS)));
  }

  Measures.Picture precisionRecall() {
    List<Ranking.Point> points = ranking.precisionRecall();
    double share = points.get(points.size() - 1).y();
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
  Measures.Picture calibration() {
    Series model = line(ranking.calibration(CALIBRATION_BINS));
    return picture(
        "calibration",
        "Calibration",
        "How often rows are of '%s', against the probability that the model gives them; each point"
            + " is a tenth of the rows, or all that are given the same one.",
        shares("mean predicted probability", "observed share"),
        List.of(model, Series.line("calibrated", ENDS, ENDS)));
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

  private static Series curve(List<Ranking.Point> points) {
    int last = points.size() - 1;
    int step = Math.max(1, points.size() / POINTS);
    return line(
        IntStream.rangeClosed(0, last)
            .filter(i -> i % step == 0 || i == last)
            .mapToObj(points::get)
            .toList());
  }

  private static Series line(List<Ranking.Point> points) {
    return Series.line(
        MODEL,
        points.stream().mapToDouble(Ranking.Point::x).toArray(),
        points.stream().mapToDouble(Ranking.Point::y).toArray());
  }
}
