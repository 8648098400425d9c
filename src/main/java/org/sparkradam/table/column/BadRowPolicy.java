package org.sparkradam.table.column;

/** What happens when a table holds rows that cannot be used. */
public enum BadRowPolicy {
  /** Stop, with counts by reason and an example. */
  FAIL,
  /** Leave the rows out and count them. */
  SKIP
}
