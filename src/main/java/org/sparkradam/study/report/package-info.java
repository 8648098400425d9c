/**
 * What is told of a comparison: its files, its page with plots and tables, and the console's table.
 *
 * <p>Of {@code study} it imports what a comparison is and its solvers, not what trained it.
 */
package org.sparkradam.study.report;
