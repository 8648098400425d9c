/**
 * Sums over rows, merged in a fixed order, and the moments of features and labels that come of
 * them.
 *
 * <p>Imports none of this project's other packages.
 */
package org.sparkradam.ml.internal.moments;
