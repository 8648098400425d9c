package org.sparkradam.table.read;

import org.sparkradam.table.PreparedTable;

/** What is learnt from a table. */
public enum Task {
  /** Decided by the labels; a {@link PreparedTable} never has it. */
  AUTO,
  /** Two classes, labels 0 and 1. */
  BINARY,
  /** k classes, labels 0 to k - 1. */
  MULTICLASS,
  /** Labels are the numbers themselves. */
  REGRESSION
}
