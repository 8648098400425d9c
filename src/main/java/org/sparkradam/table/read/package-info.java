/**
 * Which table is meant ({@link org.sparkradam.table.read.TableSpec}), and the reading of it, each
 * format in its own way, to rows in typed columns.
 *
 * <p>Imports {@code table.column} and nothing else of this project.
 */
package org.sparkradam.table.read;
