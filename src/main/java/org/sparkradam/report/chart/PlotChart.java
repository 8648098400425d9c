package org.sparkradam.report.chart;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.sparkradam.report.text.PlainText;

/** Makes a chart, which can be drawn on anything, from a plot. */
final class PlotChart {
  private static final float BAND_OPACITY = 0.16f;
  private static final Line2D SAMPLE = new Line2D.Double(-18, 0, 18, 0);
  private static final int BANDS = 0;
  private static final int LINES = 1;

  private final Plot plot;
  private final Palette palette;

  PlotChart(Plot plot, Palette palette) {
    this.plot = plot;
    this.palette = palette;
  }

  JFreeChart chart() {
    XYPlot area = area();
    addBands(area);
    addLines(area);
    addReferences(area);
    JFreeChart chart = ChartFrame.around(area, plot.title());
    chart.addSubtitle(ChartFrame.legend(area));
    return chart;
  }

  /** Says how many series there are where too many are there to be named. */
  static TextTitle insteadOfLegend(Plot plot) {
    TextTitle words =
        new TextTitle(plot.series().size() + " curves, too many to name", ChartFrame.Fonts.LEGEND);
    words.setPaint(ChartFrame.Fonts.INK);
    words.setPosition(RectangleEdge.BOTTOM);
    return words;
  }

  private XYPlot area() {
    XYPlot area = ChartFrame.area(ChartAxes.horizontal(plot), ChartAxes.vertical(plot));
    area.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    area.setDomainGridlinePaint(ChartFrame.GRID);
    area.setRangeGridlinePaint(ChartFrame.GRID);
    area.setDomainGridlineStroke(new BasicStroke(1));
    area.setRangeGridlineStroke(new BasicStroke(1));
    return area;
  }

  private void addBands(XYPlot area) {
    DeviationRenderer renderer = new DeviationRenderer(false, false);
    renderer.setAlpha(BAND_OPACITY);
    for (int i = 0; i < plot.series().size(); i++) {
      renderer.setSeriesFillPaint(i, style(i).color());
      renderer.setSeriesVisibleInLegend(i, false);
    }
    area.setDataset(BANDS, new ChartData(plot).bands());
    area.setRenderer(BANDS, renderer);
  }

  private void addLines(XYPlot area) {
    SparseMarkerRenderer renderer =
        new SparseMarkerRenderer(new SparseMarkerRenderer.MarkerText(plot));
    renderer.setLegendLine(SAMPLE);
    renderer.setLegendItemLabelGenerator(
        (data, series) -> PlainText.label(plot.series().get(series).name()));
    for (int i = 0; i < plot.series().size(); i++) {
      renderer.setSeriesPaint(i, style(i).color());
      renderer.setSeriesStroke(i, style(i).stroke());
      renderer.setSeriesShape(i, style(i).marker());
    }
    area.setDataset(LINES, new ChartData(plot).lines());
    area.setRenderer(LINES, renderer);
  }

  private void addReferences(XYPlot area) {
    LegendItemCollection legend = area.getLegendItems();
    for (int i = 0; i < plot.references().size(); i++) {
      Plot.ReferenceLine line = plot.references().get(i);
      if (plot.y().scale().shows(line.y())) {
        LineStyle style = LineStyle.reference(i);
        area.addRangeMarker(new ValueMarker(line.y(), style.color(), style.stroke()));
        legend.add(legendItem(line, style));
      }
    }
    area.setFixedLegendItems(legend);
  }

  private static LegendItem legendItem(Plot.ReferenceLine line, LineStyle style) {
    String label = PlainText.label(line.label());
    return new LegendItem(label, null, null, null, SAMPLE, style.stroke(), style.color());
  }

  private LineStyle style(int index) {
    return palette.style(plot.series().get(index).name());
  }
}
