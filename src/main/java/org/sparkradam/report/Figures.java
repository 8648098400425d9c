package org.sparkradam.report;

import java.util.List;
import org.sparkradam.report.chart.Drawing;
import org.sparkradam.report.chart.PlotRenderer;

/**
 * The figures of a page.
 *
 * @param height of their drawings
 */
public record Figures(PlotRenderer renderer, int height) {
  /** Of a drawing: two stand side by side on a wide screen, one fills a phone's. */
  public static final int WIDTH = 560;

  /** Panels of another height. */
  public Figures ofHeight(int other) {
    return new Figures(renderer, other);
  }

  /** A figure of drawings to be compared. */
  public Figure of(String heading, String caption, List<? extends Drawing> drawings) {
    return new Figure(
        heading,
        caption,
        drawings.stream().map(drawing -> renderer.svg(drawing, WIDTH, height)).toList());
  }

  /** The same. */
  public Figure of(String heading, String caption, Drawing... drawings) {
    return of(heading, caption, List.of(drawings));
  }
}
