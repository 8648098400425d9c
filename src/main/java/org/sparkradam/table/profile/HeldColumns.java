package org.sparkradam.table.profile;

/** What rows that are held have beside their columns; no name of ours may be one of the user's. */
public final class HeldColumns {
  /** A number for the content of a row, see {@link RowSplit#hash}. */
  public static final String HASH = "\0hash";

  /** Whether a row is of the test table. */
  public static final String IS_TEST = "\0is test";

  /** Null for good rows, else {@link RowProblems#NO_LABEL} or another problem. */
  public static final String STATUS = "\0status";

  private HeldColumns() {}
}
