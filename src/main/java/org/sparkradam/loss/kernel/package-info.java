/**
 * The arithmetic under the losses: matrices, tiles of a block that fit a processor's cache, and
 * kernels that take products, losses of margins and gradients of them, in plain loops, by netlib or
 * on vector instructions.
 *
 * <p>Knows no loss, and may import {@code block} only.
 */
package org.sparkradam.loss.kernel;
