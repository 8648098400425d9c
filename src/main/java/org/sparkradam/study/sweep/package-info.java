/**
 * How much the learning rate matters to each solver (figure 6 of <a
 * href="https://arxiv.org/abs/1908.03265">arXiv 1908.03265</a>): the final test metric against the
 * rate, how wide the range of good rates is, and where the first solver beats the others.
 *
 * <p>May import every package but {@code jobs}.
 */
package org.sparkradam.study.sweep;
