/**
 * Reading and checking tables and preparing features, all on the DataFrame side: from any table
 * that Spark can read to rows of label, features and weight, with what was learnt on the way (class
 * names, feature names, counts of rows left out).
 *
 * <p>Here are the ways in: {@link org.sparkradam.table.TablePreparation} for tables that are learnt
 * from, {@link org.sparkradam.table.ScoringTable} for those that are scored. They import the inner
 * rooms, which do not know them; none imports this project's other packages. A user's mistake in
 * the data leaves this package as a {@link org.sparkradam.table.column.BadInputException} whose
 * message is one line.
 */
package org.sparkradam.table;
