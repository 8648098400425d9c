package org.sparkradam.report.chart;

import java.util.List;

/**
 * What a plot shows, said without how it is drawn.
 *
 * @param title stands above it; may be empty
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the curves, in the order of the legend
 * @param references horizontal lines to measure the curves by
 */
public record Plot(
    String title, Axis x, Axis y, List<Series> series, List<ReferenceLine> references)
    implements Drawing {
  /** Keeps copies of the lists. */
  public Plot {
    series = List.copyOf(series);
    references = List.copyOf(references);
  }

  /** A plot without reference lines. */
  public static Plot of(String title, Axis x, Axis y, List<Series> series) {
    return new Plot(title, x, y, series, List.of());
  }

  /** The same plot with lines to measure by. */
  public Plot withReferences(List<ReferenceLine> lines) {
    return new Plot(title, x, y, series, lines);
  }

  /** The same plot between the given ends. */
  public Plot within(Limits horizontal, Limits vertical) {
    return new Plot(title, x.within(horizontal), y.within(vertical), series, references);
  }

  /** The plots, which must share their scales, with common axes: panels to compare side by side. */
  public static List<Plot> aligned(List<Plot> plots) {
    if (plots.isEmpty()) {
      return plots;
    }
    Limits horizontal = AutoLimits.horizontal(plots);
    Limits vertical = AutoLimits.vertical(plots);
    return plots.stream().map(plot -> plot.within(horizontal, vertical)).toList();
  }

  /** Where the horizontal axis begins and ends. */
  Limits horizontal() {
    return x.limits().orElseGet(() -> AutoLimits.horizontal(List.of(this)));
  }

  /** Where the vertical axis begins and ends. */
  Limits vertical() {
    return y.limits().orElseGet(() -> AutoLimits.vertical(List.of(this)));
  }

  /**
   * A horizontal line to measure curves by, such as the loss of an exact solver.
   *
   * @param label what the legend calls it
   * @param y its height
   */
  public record ReferenceLine(String label, double y) {}
}
