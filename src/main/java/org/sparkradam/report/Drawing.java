package org.sparkradam.report;

/** What a {@link PlotRenderer} draws. */
public sealed interface Drawing permits Plot, HeatMap {}
