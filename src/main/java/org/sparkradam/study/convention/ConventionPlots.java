package org.sparkradam.study.convention;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sparkradam.report.Axis;
import org.sparkradam.report.Plot;
import org.sparkradam.report.ReferenceLine;
import org.sparkradam.report.Series;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RatePlots;

/** The pictures of a comparison of conventions. */
record ConventionPlots(ConventionResult result) {
  /** Every plot by the name of its file. */
  Map<String, Plot> all() {
    Map<String, Plot> all = new LinkedHashMap<>();
    all.put("effect-by-learning-rate", effects());
    all.put("loss-by-learning-rate", losses());
    return all;
  }

  /** The effects in percent of the base's loss, within their intervals. */
  Plot effects() {
    List<Series> series = result.ablations().stream().map(this::series).toList();
    return Plot.of("", Axis.log("learning rate"), Axis.linear("change of the test loss, %"), series)
        .withReferences(List.of(new ReferenceLine("no change", 0)));
  }

  private Series series(Ablation ablation) {
    return new Series(
        ablation.title(),
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
