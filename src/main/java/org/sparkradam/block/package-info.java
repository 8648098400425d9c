/**
 * Rows as the engine keeps them: shuffled once by seed into cached blocks, one a partition, and the
 * arithmetic of which rows of which blocks each step reads.
 *
 * <p>Knows Spark, but nothing of losses, rules or training; imports none of this project's other
 * packages.
 */
package org.sparkradam.block;
