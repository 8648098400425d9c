/**
 * Adapters to {@code org.apache.spark.mllib.optimization}: the rules of {@code optim} as MLlib
 * {@code Updater}s, and the loop of {@code train} as MLlib's {@code Optimizer}.
 *
 * <p>May import {@code train}, {@code loss}, {@code block} and {@code optim}; of Spark only MLlib's
 * RDD-based side.
 */
package org.sparkradam.mllib;
