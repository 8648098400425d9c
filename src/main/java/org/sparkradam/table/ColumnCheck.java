package org.sparkradam.table;

import java.util.OptionalDouble;

/**
 * A column of another table beside what it was in training.
 *
 * @param column of the training table
 * @param type that it has here, as Spark calls it
 * @param missing share of the rows here without a value
 * @param unseen share of the values here that are no category of the training rows; absent if it is
 *     no category or nobody kept those
 * @param example such a value, or null
 */
public record ColumnCheck(
    TableColumn column, String type, double missing, OptionalDouble unseen, String example) {
  /** What a share may be off by without a word of warning. */
  private static final double LOUD = 0.05;

  /** Whether there is anything to tell: another type, unseen values, or many more missing ones. */
  public boolean isOff() {
    return hasOtherType() || unseen.orElse(0) > 0 || hasMoreMissing();
  }

  /** Whether predictions have to be doubted. */
  public boolean isLoud() {
    return hasManyUnseen() || hasMoreMissing();
  }

  public boolean hasManyUnseen() {
    return unseen.orElse(0) > LOUD;
  }

  public boolean hasOtherType() {
    return !column.type().isEmpty() && !column.type().equals(type);
  }

  private boolean hasMoreMissing() {
    return column.missing().isPresent() && missing - column.missing().getAsDouble() > LOUD;
  }
}
