/**
 * Losses and their gradients over row blocks, for one or many weight vectors at a time.
 *
 * <p>A loss knows blocks, weights and the kernel it computes with; it knows nothing of the loop
 * that calls it, nor of penalties and update rules. May import {@code loss.kernel} and {@code
 * block} only; of Spark only MLlib's {@code Gradient} and vectors, for the adapter to it.
 */
package org.sparkradam.loss;
