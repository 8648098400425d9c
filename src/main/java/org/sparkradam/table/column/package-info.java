/**
 * Columns by themselves: their names and kinds, how values are read whatever type they arrive in,
 * what can be wrong with a value, and how that is told in one line.
 *
 * <p>Imports nothing else of this project.
 */
package org.sparkradam.table.column;
