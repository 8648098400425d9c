package org.sparkradam.report.chart;

/** What a {@link PlotRenderer} draws. */
public sealed interface Drawing permits Plot, HeatMap {}
