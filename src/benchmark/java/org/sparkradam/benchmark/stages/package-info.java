/**
 * Stages at their defaults beside Spark's own estimators at theirs, on real tables as they are:
 * loss, metric and time of each, and how much tuning would have gained.
 *
 * <p>May import {@code ml} and {@code report}; knows tables by their file names.
 */
package org.sparkradam.benchmark.stages;
