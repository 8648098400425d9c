package org.sparkradam.table;

import java.util.List;
import java.util.Locale;
import org.sparkradam.table.column.BadRows;

/**
 * Where the rows of the tables went.
 *
 * @param read all rows, those that could not be read included
 * @param bad the rows left out since they could not be used, by reason
 * @param trainingOfClasses by class; empty in a regression
 */
public record RowCounts(
    long read,
    long withoutLabel,
    List<BadRows> bad,
    long training,
    List<Long> trainingOfClasses,
    long test) {
  public RowCounts {
    bad = List.copyOf(bad);
    trainingOfClasses = List.copyOf(trainingOfClasses);
  }

  /** How many rows were left out as bad. */
  public long badRows() {
    return bad.stream().mapToLong(BadRows::count).sum();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "rows: %,d read, %,d without label and %,d bad ones left out, %,d to train on, %,d to test on",
        read,
        withoutLabel,
        badRows(),
        training,
        test);
  }
}
