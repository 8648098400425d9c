package org.sparkradam.fit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sparkradam.report.CsvTable;
import org.sparkradam.report.chart.Axis;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.Series;

/**
 * How the objective fell.
 *
 * @param objective of each step's minibatch, before the step
 */
record TrainingCurve(double[] objective) {
  /** Single minibatches are noise; so many means of them show where they go. */
  private static final int POINTS = 100;

  CsvTable csv() {
    return new CsvTable(
        List.of("step", "objective"),
        IntStream.range(0, objective.length)
            .mapToObj(i -> List.<Object>of(i + 1, objective[i]))
            .toList());
  }

  boolean isEmpty() {
    return objective.length == 0;
  }

  Measures.Picture picture() {
    int points = Math.min(POINTS, objective.length);
    double[][] parts =
        IntStream.range(0, points).mapToObj(i -> part(i, points)).toArray(double[][]::new);
    Series curve =
        Series.banded(
            "objective",
            IntStream.range(0, points).mapToDouble(i -> end(i, points)).toArray(),
            Arrays.stream(parts)
                .mapToDouble(part -> Arrays.stream(part).average().orElse(0))
                .toArray(),
            Arrays.stream(parts).mapToDouble(part -> Arrays.stream(part).min().orElse(0)).toArray(),
            Arrays.stream(parts)
                .mapToDouble(part -> Arrays.stream(part).max().orElse(0))
                .toArray());
    return new Measures.Picture(
        "objective-by-step",
        "Training curve",
        "Loss and penalty on each step's minibatch: means over stretches of steps, within their"
            + " lowest and highest.",
        Plot.of("", Axis.log("steps"), Axis.linear("objective"), List.of(curve)));
  }

  private double[] part(int i, int points) {
    return Arrays.copyOfRange(objective, end(i - 1, points), end(i, points));
  }

  /** The step that a stretch ends with. */
  private int end(int i, int points) {
    return (int) ((i + 1L) * objective.length / points);
  }
}
