package org.sparkradam.study.sweep;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sparkradam.report.Plot;
import org.sparkradam.study.paired.Quality;
import org.sparkradam.study.paired.RatePlots;

/** The pictures of a sweep. */
final class SweepPlots {
  private final SweepResult result;
  private final RatePlots plots;

  SweepPlots(SweepResult result) {
    this.result = result;
    this.plots = new RatePlots(result.comparison());
  }

  /** Every plot by the name of its file. */
  Map<String, Plot> all() {
    Map<String, Plot> all = new LinkedHashMap<>();
    all.put("metric-by-learning-rate", quality(metric()));
    all.put("loss-by-learning-rate", quality(loss()));
    all.put("metric-difference", difference(metric()));
    all.put("loss-difference", difference(loss()));
    return all;
  }

  Quality metric() {
    return result.qualities().get(0);
  }

  Quality loss() {
    return result.qualities().get(1);
  }

  Plot quality(Quality quality) {
    return plots.quality(quality);
  }

  Plot difference(Quality quality) {
    return plots.differences(result.differences(quality));
  }
}
