package org.sparkradam.table.synthetic;

import java.io.Serializable;
import org.sparkradam.table.column.BadInputException;

/**
 * Everything that determines a table of clicks.
 *
 * @param rows number of rows, 1 to 10¹¹, in the order of their days
 * @param days 1 to 365
 * @param clicked the share of rows that are clicked on, above 0 and below 1
 * @param drift how far effects turn from the first day to the last: 0 not at all, 1 a quarter turn,
 *     from one set of effects to an unrelated one
 * @param seed any number
 * @param partitions number of files to write; 0 for one every 250,000 rows. The rows do not depend
 *     on it
 */
public record ClickSpec(
    long rows, int days, double clicked, double drift, long seed, int partitions)
    implements Serializable {
  /** 200,000 rows of a week, 3 % of them clicked on, with some drift. */
  public static final ClickSpec DEFAULT = new ClickSpec(200_000, 7, 0.03, 0.25, 1, 0);

  /**
   * @throws BadInputException if a number is out of range
   */
  public ClickSpec {
    SyntheticSpec.requireRows(rows);
    SyntheticSpec.require(days >= 1 && days <= 365, "--days", days, "from 1 to 365");
    SyntheticSpec.require(
        clicked > 0 && clicked < 1, "--rare-fraction", clicked, "above 0 and below 1");
    SyntheticSpec.require(drift >= 0 && drift <= 1, "--drift", drift, "from 0 to 1");
    SyntheticSpec.require(
        partitions >= 0, "--partitions", partitions, "1 or more, or 0 for automatic");
  }

  /** How many files are written. */
  public int files() {
    return SyntheticSpec.files(rows, partitions);
  }

  /** The day of a row, from 1. */
  int day(long row) {
    return (int) (1 + (double) row / rows * days);
  }
}
