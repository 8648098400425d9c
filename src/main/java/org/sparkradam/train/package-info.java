/**
 * The driver's loop: trials in lock-step, ordered reduction, history, stopping.
 *
 * <p>May import {@code loss}, {@code block} and {@code optim}.
 */
package org.sparkradam.train;
