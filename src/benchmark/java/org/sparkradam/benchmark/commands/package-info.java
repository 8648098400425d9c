/**
 * Whole commands beside what a user of Spark would write by hand: each in a process of its own,
 * from the start of its session to its report.
 *
 * <p>Knows {@code train} by its command line only; may import {@code report} and {@code table}.
 */
package org.sparkradam.benchmark.commands;
