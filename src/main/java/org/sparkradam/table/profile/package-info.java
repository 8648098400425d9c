/**
 * What a table that was read holds: the part that each column has, which rows are of use, and what
 * one pass over them tells of columns and labels.
 *
 * <p>Imports {@code table.column} and {@code table.read}, and nothing else of this project.
 */
package org.sparkradam.table.profile;
