package org.sparkradam.report.chart;

import java.util.List;

/**
 * Which series has which style, for all plots of a report: what is blue in one is blue in all.
 *
 * @param names the series in the order of their styles
 */
public record Palette(List<String> names) {
  /** Drops names that come again. */
  public Palette {
    names = names.stream().distinct().toList();
  }

  /** Styles for all series of the plots, in the order they first appear. */
  public static Palette of(List<Plot> plots) {
    return new Palette(
        plots.stream().flatMap(plot -> plot.series().stream()).map(Series::name).toList());
  }

  /**
   * @throws IllegalArgumentException if the palette was made without that series
   */
  LineStyle style(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("the palette has no series " + name);
    }
    return LineStyle.at(index);
  }
}
