/**
 * Features of columns: which way each is treated, fitting that to the training rows, and making
 * features of rows, by stages that Spark saves and by a loop that gives the same bits.
 *
 * <p>Imports {@code table.column}, {@code table.read} and {@code table.profile}, and nothing else
 * of this project.
 */
package org.sparkradam.table.feature;
