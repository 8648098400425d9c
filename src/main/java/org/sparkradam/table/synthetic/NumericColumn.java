package org.sparkradam.table.synthetic;

import java.io.Serializable;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * A numeric column: {@code double}, or {@code int} for counts.
 *
 * @param missing the share of values that are missing
 */
record NumericColumn(String name, NumericLaw law, double missing) implements Serializable {
  private static final int MISSING_EVERY = 5;

  static NumericColumn of(int column, double missing, RowRandom random) {
    NumericLaw law = NumericLaw.of(column, random);
    boolean complete = column % MISSING_EVERY != MISSING_EVERY - 1;
    return new NumericColumn(law.name() + "_" + column, law, complete ? 0 : missing);
  }

  /** A value, or NaN for a missing one. */
  double draw(RowRandom random) {
    boolean absent = missing > 0 && random.uniform() < missing;
    return absent ? Double.NaN : law.draw(random);
  }

  DataType type() {
    return law instanceof NumericLaw.Count ? DataTypes.IntegerType : DataTypes.DoubleType;
  }

  /** What stands in the table for a drawn value. */
  Object cell(double value) {
    if (Double.isNaN(value)) {
      return null;
    }
    if (law instanceof NumericLaw.Count) {
      return (int) value;
    }
    return value;
  }
}
