package org.sparkradam.table;

import java.util.Optional;
import java.util.OptionalDouble;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.ColumnReading;

/**
 * What is remembered of a column of the training table.
 *
 * @param role what it was for
 * @param type as Spark calls it; empty if nobody wrote it down
 * @param kind what it held
 * @param reading how the model sees it; empty unless it is a feature
 * @param missing share of the training rows without a value; absent if nobody wrote it down
 * @param seen the values of the training rows; absent if it is no category, or nobody kept them
 */
public record TableColumn(
    String name,
    Role role,
    String type,
    ColumnKind kind,
    Optional<ColumnReading> reading,
    OptionalDouble missing,
    Optional<SeenValues> seen) {

  /** What a column is for. */
  public enum Role {
    FEATURE,
    LABEL,
    WEIGHT,
    /** There, but not learnt from. */
    UNUSED
  }

  boolean isFeature() {
    return role == Role.FEATURE;
  }

  TableColumn with(double missingShare, Optional<SeenValues> values) {
    return new TableColumn(
        name, role, type, kind, reading, OptionalDouble.of(missingShare), values);
  }

  /** The same, if the categories that it has seen are known from elsewhere. */
  TableColumn seeing(SeenValues values) {
    return new TableColumn(name, role, type, kind, reading, missing, Optional.of(values));
  }

  /** For people: the type, or what a column of it holds. */
  public String typeOrKind() {
    return type.isEmpty() ? kind.toString() : type;
  }
}
