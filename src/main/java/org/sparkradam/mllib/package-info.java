/**
 * Adapters to {@code org.apache.spark.mllib.optimization}: the rules of {@code optim} as MLlib
 * {@code Updater}s.
 *
 * <p>May import {@code optim}; of Spark only MLlib's RDD-based side.
 */
package org.sparkradam.mllib;
