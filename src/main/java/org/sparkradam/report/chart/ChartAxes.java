package org.sparkradam.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.sparkradam.report.text.PlainText;
import org.sparkradam.report.text.ReadableNumber;

/** Makes JFreeChart's axes from ours. */
final class ChartAxes {
  private static final Color GREY = new Color(0x888888);

  /** What fits along the height of a plot. */
  private static final int LONGEST_LABEL = 36;

  /** Numbers along the width of a plot, at most one more. */
  private static final int LABELS = 6;

  private ChartAxes() {}

  static ValueAxis horizontal(Plot plot) {
    DoubleStream data =
        plot.series().stream()
            .flatMap(series -> series.points().stream())
            .mapToDouble(Series.Point::x);
    Limits limits = plot.horizontal();
    return dressed(
        plot.x().scale() == Scale.LOG
            ? new TickedLogAxis(LogTicks.of(limits, data))
            : spaced(linear(limits), limits),
        plot.x().label(),
        limits);
  }

  /** JFreeChart takes the ends for the widest labels, which 0 and 1 are not. */
  private static NumberAxis spaced(NumberAxis axis, Limits limits) {
    double step = (limits.high() - limits.low()) / LABELS;
    axis.setTickUnit(
        new NumberTickUnit(
            NumberAxis.createStandardTickUnits().getCeilingTickUnit(step).getSize()));
    return axis;
  }

  static ValueAxis vertical(Plot plot) {
    Limits limits = plot.vertical();
    return dressed(
        plot.y().scale() == Scale.LOG ? new TickedLogAxis(LogTicks.of(limits)) : linear(limits),
        plot.y().label(),
        limits);
  }

  private static NumberAxis linear(Limits limits) {
    double size = Math.max(Math.abs(limits.low()), Math.abs(limits.high()));
    String pattern = size >= 1e-3 && size < 1e7 ? "#,##0.######" : "0.###E00";
    NumberAxis axis = new NumberAxis();
    axis.setAutoRangeIncludesZero(false);
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setExponentSeparator("e");
    axis.setNumberFormatOverride(new DecimalFormat(pattern, symbols));
    return axis;
  }

  /** The axis between ends, labelled, in our type. */
  static <A extends ValueAxis> A dressed(A axis, String label, Limits limits) {
    axis.setRange(limits.low(), limits.high());
    axis.setLabel(PlainText.label(label, LONGEST_LABEL));
    axis.setLabelFont(ChartFrame.Fonts.LABEL);
    axis.setLabelPaint(ChartFrame.Fonts.INK);
    axis.setLabelInsets(new RectangleInsets(4, 4, 4, 4));
    axis.setTickLabelFont(ChartFrame.Fonts.TICK);
    axis.setTickLabelPaint(ChartFrame.Fonts.INK);
    axis.setTickMarkPaint(GREY);
    axis.setAxisLinePaint(GREY);
    return axis;
  }

  /** A logarithmic axis that labels given values; JFreeChart's own labels powers of ten alone. */
  private static final class TickedLogAxis extends LogAxis {
    private final double[] ticks;

    TickedLogAxis(double[] ticks) {
      this.ticks = ticks.clone();
    }

    @Override
    public List<NumberTick> refreshTicks(
        Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
      TextAnchor anchor =
          RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
      return Arrays.stream(ticks).mapToObj(value -> tick(value, anchor)).toList();
    }

    private static NumberTick tick(double value, TextAnchor anchor) {
      return new NumberTick(value, ReadableNumber.significant(value), anchor, TextAnchor.CENTER, 0);
    }
  }
}
