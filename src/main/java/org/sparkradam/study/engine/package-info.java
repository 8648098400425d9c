/**
 * What trains and measures the trials of a comparison: in lock-step on blocks, over all rows by
 * L-BFGS, or one by one with MLlib's own descent.
 *
 * <p>Of {@code study} it imports what a comparison is and its solvers.
 */
package org.sparkradam.study.engine;
