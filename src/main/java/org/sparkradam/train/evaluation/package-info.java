/**
 * How good weights are on rows that they may not have been trained on: loss and a metric of all
 * weight vectors in one pass over blocks.
 *
 * <p>May import {@code loss} and {@code block}; nothing of the loop that trains.
 */
package org.sparkradam.train.evaluation;
