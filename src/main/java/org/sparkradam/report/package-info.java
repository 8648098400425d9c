/**
 * Results on their way out: CSV, JSON, plots and heat maps as PNG and SVG, one self-contained HTML
 * page. {@code chart} draws, {@code text} words what readers see.
 *
 * <p>Knows series, tables and words, nothing of optimizers or Spark jobs; imports none of this
 * project's other packages.
 */
package org.sparkradam.report;
