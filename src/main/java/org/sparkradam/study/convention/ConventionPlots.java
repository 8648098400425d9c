package org.sparkradam.study.convention;

import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.sparkradam.report.chart.Axis;
import org.sparkradam.report.chart.Drawing;
import org.sparkradam.report.chart.Limits;
import org.sparkradam.report.chart.Plot;
import org.sparkradam.report.chart.Series;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RatePlots;

/** The pictures of a comparison of conventions. */
record ConventionPlots(ConventionResult result) {
  /** Every plot by the name of its file. */
  Map<String, Drawing> all() {
    Map<String, Drawing> all = new LinkedHashMap<>();
    List<Plot> effects = effects();
    for (int i = 0; i < effects.size(); i++) {
      all.put("effect-" + (i + 1), effects.get(i));
    }
    all.put("loss-by-learning-rate", losses());
    return all;
  }

  /**
   * The effects in percent of the base's loss, within their intervals: one panel an ablation, since
   * their bands lie on one another, all on the same axes.
   */
  List<Plot> effects() {
    Optional<Limits> limits = limits();
    return result.ablations().stream()
        .map(this::effect)
        .map(plot -> vertically(plot, limits))
        .toList();
  }

  private static Plot vertically(Plot plot, Optional<Limits> limits) {
    Axis y = new Axis(plot.y().label(), plot.y().scale(), limits);
    return new Plot(plot.title(), plot.x(), y, plot.series(), plot.references());
  }

  private Plot effect(Ablation ablation) {
    return Plot.of(
            ablation.title(),
            Axis.log("learning rate"),
            Axis.linear("change of the test loss, %"),
            List.of(series(ablation)))
        .withReferences(List.of(new Plot.ReferenceLine("no change", 0)));
  }

  // Its own limits would take a wide interval for one that leaves the picture.
  private Optional<Limits> limits() {
    DoubleSummaryStatistics ends =
        result.effects().stream()
            .flatMapToDouble(one -> DoubleStream.of(one.interval().low(), one.interval().high()))
            .filter(Double::isFinite)
            .map(share -> 100 * share)
            .summaryStatistics();
    return ends.getMax() > ends.getMin()
        ? Optional.of(
            new Limits(Math.min(0, ends.getMin()) - 0.1, Math.max(0, ends.getMax()) + 0.1))
        : Optional.empty();
  }

  private Series series(Ablation ablation) {
    return new Series(
        "mean and 95 % interval",
        result.effects(ablation).stream()
            .map(
                one ->
                    new Series.Point(
                        one.learningRate(),
                        100 * one.share(),
                        100 * one.interval().low(),
                        100 * one.interval().high()))
            .toList());
  }

  Plot losses() {
    return new RatePlots(result.comparison())
        .quality(Quality.testLoss(result.comparison().model()));
  }
}
