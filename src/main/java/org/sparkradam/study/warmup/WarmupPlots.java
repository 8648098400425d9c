package org.sparkradam.study.warmup;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.sparkradam.report.chart.ColorScale;
import org.sparkradam.report.chart.GridAxis;
import org.sparkradam.report.chart.HeatMap;
import org.sparkradam.report.chart.Limits;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.Series;
import org.sparkradam.report.text.ReadableNumber;
import org.sparkradam.study.SolverAtRate;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RatePlots;
import org.sparkradam.train.evaluation.Metric;

/** The pictures of the study. */
record WarmupPlots(WarmupResult result) {
  /** The heat maps by the names of their files. */
  Map<String, HeatMap> heatMaps() {
    Map<String, HeatMap> maps = new LinkedHashMap<>();
    maps.put("metric-by-warmup-and-rate", heatMap(result.metric()));
    maps.put("loss-by-warmup-and-rate", heatMap(result.loss()));
    return maps;
  }

  /** The plots by the names of their files. */
  Map<String, Plot> differences() {
    Map<String, Plot> plots = new LinkedHashMap<>();
    plots.put("metric-difference", metricDifferences());
    plots.put("loss-difference", differences(result.loss()));
    return plots;
  }

  /** The mean over seeds; NaN where a trial diverged. Dark is good. */
  private HeatMap heatMap(Quality quality) {
    double[] rates =
        result.rAdam().groups().stream().mapToDouble(SolverAtRate::learningRate).toArray();
    return new HeatMap(
        "",
        GridAxis.of(
            "learning rate", Arrays.stream(rates).mapToObj(ReadableNumber::significant).toList()),
        GridAxis.of("rule", result.rules().stream().map(WarmupRule::title).toList()),
        result.rules().stream().map(rule -> means(rule, quality)).toList(),
        ColorScale.linear("final " + quality.title(), darkest(quality)).withMissing("diverged"));
  }

  private static List<Double> means(WarmupRule rule, Quality quality) {
    return rule.groups().stream().map(group -> quality.over(group).mean()).toList();
  }

  private static ColorScale.Darkest darkest(Quality quality) {
    return quality.sense() == Metric.Sense.LOWER_IS_BETTER
        ? ColorScale.Darkest.LOWEST
        : ColorScale.Darkest.HIGHEST;
  }

  private Plot differences(Quality quality) {
    return new RatePlots(result.comparison()).differences(result.warmupDifferences(quality));
  }

  private Plot metricDifferences() {
    Plot plot = differences(result.metric());
    return result.comparison().metric().isAtMostOne() ? whole(plot) : plot;
  }

  /**
   * With every mean in the frame: where a metric breaks down is not to be cut off as diverged. Of
   * those only that cannot exceed 1: one that blows up would leave the others flat.
   */
  private static Plot whole(Plot plot) {
    DoubleSummaryStatistics x = finite(plot, Series.Point::x);
    DoubleSummaryStatistics y = finite(plot, Series.Point::y);
    double margin = 0.1 * (y.getMax() - y.getMin());
    return y.getCount() == 0 || margin == 0
        ? plot
        : plot.within(
            new Limits(x.getMin() * 0.9, x.getMax() * 1.1),
            new Limits(y.getMin() - margin, y.getMax() + margin));
  }

  private static DoubleSummaryStatistics finite(Plot plot, ToDoubleFunction<Series.Point> value) {
    return plot.series().stream()
        .flatMap(series -> series.points().stream())
        .filter(point -> Double.isFinite(point.y()))
        .mapToDouble(value)
        .summaryStatistics();
  }
}
