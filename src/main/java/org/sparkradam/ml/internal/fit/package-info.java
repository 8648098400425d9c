/**
 * What a fit works on and comes to: its blocks, the history of its objective, weights, and the one
 * of several fits that has diverged.
 *
 * <p>For {@code ml} alone; may import {@code train}, {@code optim} and {@code block}.
 */
package org.sparkradam.ml.internal.fit;
