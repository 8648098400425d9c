package org.sparkradam.report.chart;

import java.awt.Color;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.sparkradam.report.text.PlainText;

/** What all charts have alike: title, frame and legend. */
final class ChartFrame {
  static final Color GRID = new Color(0xDDDDDD);

  private ChartFrame() {}

  static XYPlot area(ValueAxis horizontal, ValueAxis vertical) {
    XYPlot area = new XYPlot(null, horizontal, vertical, null);
    area.setBackgroundPaint(Color.WHITE);
    area.setOutlinePaint(GRID);
    area.setAxisOffset(RectangleInsets.ZERO_INSETS);
    return area;
  }

  /** The chart without a legend. */
  static JFreeChart around(XYPlot area, String titleText) {
    String title = titleText.isBlank() ? null : PlainText.label(titleText);
    JFreeChart chart = new JFreeChart(title, Fonts.TITLE, area, false);
    if (title != null) {
      chart.getTitle().setPaint(Fonts.INK);
    }
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(4, 4, 4, 12));
    return chart;
  }

  static LegendTitle legend(LegendItemSource items) {
    LegendTitle legend = new LegendTitle(items);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setItemFont(Fonts.LEGEND);
    legend.setItemPaint(Fonts.INK);
    legend.setLegendItemGraphicPadding(new RectangleInsets(1, 4, 1, 6));
    legend.setItemLabelPadding(new RectangleInsets(1, 0, 1, 12));
    legend.setFrame(BlockBorder.NONE);
    legend.setBackgroundPaint(Color.WHITE);
    return legend;
  }

  /** Type sizes of a plot, chosen so that it is still legible shrunk to the width of a phone. */
  static final class Fonts {
    static final Color INK = new Color(0x222222);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
    static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    private Fonts() {}
  }
}
