/**
 * Whether an optimizer's first steps distort the gradient: histograms of |g| over the steps of
 * several solvers, and how far each has moved from the first one (figures 1 to 3 of <a
 * href="https://arxiv.org/abs/1908.03265">arXiv 1908.03265</a>).
 *
 * <p>May import every package but {@code jobs}.
 */
package org.sparkradam.study.histogram;
