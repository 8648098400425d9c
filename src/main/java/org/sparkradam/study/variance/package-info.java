/**
 * The variance of the adaptive learning rate l_t = √((1-β2^t) / v_t): simulated, by the formulas
 * that RAdam's rectifier is built on, and how far the two are apart (figures 8 and 9 of <a
 * href="https://arxiv.org/abs/1908.03265">arXiv 1908.03265</a>).
 *
 * <p>May import every package but {@code jobs}.
 */
package org.sparkradam.study.variance;
