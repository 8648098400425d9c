package org.sparkradam.fit;

import org.sparkradam.report.Plot;

/**
 * A plot of a report.
 *
 * @param file its name there, without ending
 * @param caption says what to see in it
 */
record Picture(String file, String heading, String caption, Plot plot) {}
