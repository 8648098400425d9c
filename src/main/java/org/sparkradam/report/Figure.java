package org.sparkradam.report;

import java.util.List;
import org.sparkradam.report.chart.PlotRenderer;

/**
 * One plot, or several panels to be compared, which share a row where the screen is wide enough.
 *
 * @param heading says what is shown
 * @param caption says what to see in it
 * @param plots {@code svg} elements from a {@link PlotRenderer}, which go into the page unescaped
 */
public record Figure(String heading, String caption, List<String> plots) implements Part {
  /** Keeps a copy of the plots. */
  public Figure {
    plots = List.copyOf(plots);
  }

  /** A figure of one plot. */
  public static Figure of(String heading, String caption, String plot) {
    return new Figure(heading, caption, List.of(plot));
  }

  /** The name of the layout in the template's style sheet. */
  String layout() {
    return plots.size() == 1 ? "single" : "panels";
  }
}
