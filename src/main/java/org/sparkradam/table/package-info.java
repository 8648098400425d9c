/**
 * Reading and checking tables and preparing features, all on the DataFrame side: from any table
 * that Spark can read to rows of label, features and weight, with what was learnt on the way (class
 * names, feature names, counts of rows left out).
 *
 * <p>Imports none of this project's other packages. A user's mistake in the data leaves this
 * package as a {@link org.sparkradam.table.BadInputException} whose message is one line.
 */
package org.sparkradam.table;
