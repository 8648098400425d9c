/**
 * Large synthetic tables whose best possible loss is known: columns on very different scales and
 * with heavy tails, skewed categories, missing values, a rare class, label noise and drift.
 *
 * <p>A row is a function of the seed and its number alone, on every JVM (hence the generator of our
 * own and {@code StrictMath}), so executors write it in any partitioning, the driver holds none of
 * it, and a second pass over the generator gives exact sums over rows that nobody has to read back.
 *
 * <p>Imports {@code table.column} and nothing else of this project.
 */
package org.sparkradam.table.synthetic;
