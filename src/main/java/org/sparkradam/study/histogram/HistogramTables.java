package org.sparkradam.study.histogram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sparkradam.report.CsvTable;

/** The CSV files of the study; their columns are a contract. */
public final class HistogramTables {
  private static final List<String> HISTOGRAMS =
      List.of("solver", "seed", "step", "log10_low", "log10_high", "count", "zeros");
  private static final List<String> DISTANCES =
      List.of(
          "solver", "seed", "step", "distance", "mean_shift", "train_loss", "non_zeros", "zeros");

  private HistogramTables() {}

  /** A row a bin that is not empty, of every trial and recorded step. */
  public static CsvTable histograms(HistogramResult result) {
    List<List<Object>> rows = new ArrayList<>();
    result.all().forEach(trial -> trial.steps().forEach(step -> addHistogram(rows, trial, step)));
    return new CsvTable(HISTOGRAMS, rows);
  }

  private static void addHistogram(
      List<List<Object>> rows, RecordedTrial trial, RecordedStep step) {
    GradientHistogram histogram = step.histogram();
    if (histogram.nonZeros() == 0) {
      rows.add(row(trial, step, null, null, 0L));
    }
    for (int bin = histogram.firstBin(); bin < histogram.endBin(); bin++) {
      if (histogram.count(bin) > 0) {
        rows.add(row(trial, step, LogBins.low(bin), LogBins.low(bin + 1), histogram.count(bin)));
      }
    }
  }

  private static List<Object> row(
      RecordedTrial trial, RecordedStep step, Double low, Double high, long count) {
    return Arrays.asList(
        trial.solver(), trial.seed(), step.step(), low, high, count, step.histogram().zeros());
  }

  /** A row a trial and recorded step. */
  public static CsvTable distances(HistogramResult result) {
    List<List<Object>> rows = new ArrayList<>();
    result.all().forEach(trial -> trial.steps().forEach(step -> rows.add(distance(trial, step))));
    return new CsvTable(DISTANCES, rows);
  }

  private static List<Object> distance(RecordedTrial trial, RecordedStep step) {
    return Arrays.asList(
        trial.solver(),
        trial.seed(),
        step.step(),
        step.distance(),
        step.shift(),
        step.loss(),
        step.histogram().nonZeros(),
        step.histogram().zeros());
  }
}
