package org.sparkradam.table.synthetic;

import java.io.Serializable;
import org.sparkradam.table.column.BadInputException;

/**
 * Everything that determines a synthetic table.
 *
 * @param rows number of rows, 1 to 10¹¹
 * @param numeric number of numeric columns, 0 to 2,000
 * @param categorical number of text columns, 0 to 100; with {@code numeric} at least 1
 * @param missing the share of missing values in every fifth numeric column, in [0, 1)
 * @param target what the label is
 * @param drift how far the coefficients turn while time goes from 0 to 1: 0 not at all, 1 a quarter
 *     turn, from one set of coefficients to an unrelated one
 * @param seed any number
 * @param partitions number of files to write; 0 for one every 250,000 rows. The rows do not depend
 *     on it
 */
public record SyntheticSpec(
    long rows,
    int numeric,
    int categorical,
    double missing,
    Target target,
    double drift,
    long seed,
    int partitions)
    implements Serializable {

  private static final long ROWS_PER_FILE = 250_000;

  /**
   * @throws BadInputException if a number is out of range
   */
  public SyntheticSpec {
    requireRows(rows);
    require(numeric >= 0 && numeric <= 2_000, "--numeric", numeric, "from 0 to 2000");
    require(categorical >= 0 && categorical <= 100, "--categorical", categorical, "from 0 to 100");
    require(numeric + categorical > 0, "--numeric", numeric, "1 or more without --categorical");
    require(missing >= 0 && missing < 1, "--missing", missing, "at least 0 and below 1");
    require(drift >= 0 && drift <= 1, "--drift", drift, "from 0 to 1");
    require(partitions >= 0, "--partitions", partitions, "1 or more, or 0 for automatic");
  }

  /**
   * 200,000 rows of 12 numeric and 4 text columns, 2 % missing in two of them, no drift, seed 1.
   *
   * @param target what the label is
   */
  public static SyntheticSpec of(Target target) {
    return new SyntheticSpec(200_000, 12, 4, 0.02, target, 0, 1, 0);
  }

  public SyntheticSpec withRows(long newRows) {
    return new SyntheticSpec(
        newRows, numeric, categorical, missing, target, drift, seed, partitions);
  }

  public SyntheticSpec withColumns(int newNumeric, int newCategorical) {
    return new SyntheticSpec(
        rows, newNumeric, newCategorical, missing, target, drift, seed, partitions);
  }

  public SyntheticSpec withMissing(double newMissing) {
    return new SyntheticSpec(
        rows, numeric, categorical, newMissing, target, drift, seed, partitions);
  }

  public SyntheticSpec withDrift(double newDrift) {
    return new SyntheticSpec(
        rows, numeric, categorical, missing, target, newDrift, seed, partitions);
  }

  public SyntheticSpec withSeed(long newSeed) {
    return new SyntheticSpec(
        rows, numeric, categorical, missing, target, drift, newSeed, partitions);
  }

  public SyntheticSpec withPartitions(int newPartitions) {
    return new SyntheticSpec(
        rows, numeric, categorical, missing, target, drift, seed, newPartitions);
  }

  /** How many files are written: as asked or automatic, but none without a row. */
  public int files() {
    return files(rows, partitions);
  }

  /**
   * @param partitions asked for; 0 for automatic
   */
  static int files(long rows, int partitions) {
    long wanted = partitions == 0 ? (rows + ROWS_PER_FILE - 1) / ROWS_PER_FILE : partitions;
    return (int) Math.min(wanted, rows);
  }

  static void requireRows(long rows) {
    require(rows >= 1 && rows <= 100_000_000_000L, "--rows", rows, "from 1 to 100000000000");
  }

  static void require(boolean holds, String option, Object value, String range) {
    if (!holds) {
      throw new BadInputException(option + " " + value + ": must be " + range);
    }
  }
}
