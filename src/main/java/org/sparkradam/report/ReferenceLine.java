package org.sparkradam.report;

/**
 * A horizontal line to measure curves by, such as the loss of an exact solver.
 *
 * @param label what the legend calls it
 * @param y its height
 */
public record ReferenceLine(String label, double y) {}
