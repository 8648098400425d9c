/**
 * Paired comparisons of optimizers: what a trial is, how trials share samples and start, how they
 * are measured, what is written about them.
 *
 * <p>May import every package but {@code jobs}.
 */
package org.sparkradam.study;
