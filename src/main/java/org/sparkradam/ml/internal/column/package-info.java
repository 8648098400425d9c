/**
 * Columns of a table as a stage meets them: vectors out of several columns, and rows where Spark
 * holds them.
 *
 * <p>For {@code ml} alone; imports nothing else of this project.
 */
package org.sparkradam.ml.internal.column;
