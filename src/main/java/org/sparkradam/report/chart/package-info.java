/**
 * Plots and heat maps: what they show, said without how it is drawn, and how it is drawn, as PNG or
 * as SVG for a page. {@link org.sparkradam.report.chart.PlotRenderer} is the door.
 *
 * <p>Imports {@code report.text} and nothing else of this project.
 */
package org.sparkradam.report.chart;
