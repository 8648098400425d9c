/**
 * Pipeline stages of {@code org.apache.spark.ml} that train on minibatches and return Spark's own
 * models.
 *
 * <p>May import {@code train}, {@code loss}, {@code block} and {@code optim}. What is not public in
 * Spark's Scala is called by {@code SparkModels} and {@code TrainingSummaries} alone. What is below
 * {@code internal} is public for this package's sake and may change with every release.
 */
package org.sparkradam.ml;
