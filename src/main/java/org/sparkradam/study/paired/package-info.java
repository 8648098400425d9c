/**
 * What the trials of a comparison say in pairs: how one solver differs from another at the same
 * rate, seed and minibatches, with bootstrap intervals, and how wide the range of good rates is.
 *
 * <p>May import every package but {@code jobs}; knows nothing of single studies.
 */
package org.sparkradam.study.paired;
