package org.sparkradam.table.synthetic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of a table beside {@link #TIME} and {@link #LABEL}. */
record TableColumns(List<Numeric> numeric, List<Categorical> categorical) implements Serializable {
  /** The row's number divided by the number of rows, in [0, 1). */
  static final String TIME = "time";

  static final String LABEL = "label";

  static TableColumns of(SyntheticSpec spec, RowRandom random) {
    return new TableColumns(
        IntStream.range(0, spec.numeric())
            .mapToObj(column -> Numeric.of(column, spec.missing(), random))
            .toList(),
        IntStream.range(0, spec.categorical()).mapToObj(Categorical::of).toList());
  }

  /** Time, numeric columns, text columns, label. */
  StructType schema(Target target) {
    StructType schema = new StructType().add(TIME, DataTypes.DoubleType, false);
    for (Numeric column : numeric) {
      schema = schema.add(column.name(), column.type(), column.missing() > 0);
    }
    for (Categorical column : categorical) {
      schema = schema.add(column.name(), DataTypes.StringType, false);
    }
    return schema.add(LABEL, labelType(target), false);
  }

  private static DataType labelType(Target target) {
    return target instanceof Target.Classes ? DataTypes.IntegerType : DataTypes.DoubleType;
  }

  /**
   * A numeric column: {@code double}, or {@code int} for counts.
   *
   * @param missing the share of values that are missing
   */
  record Numeric(String name, NumericLaw law, double missing) implements Serializable {
    private static final int MISSING_EVERY = 5;

    static Numeric of(int column, double missing, RowRandom random) {
      NumericLaw law = NumericLaw.of(column, random);
      boolean complete = column % MISSING_EVERY != MISSING_EVERY - 1;
      return new Numeric(law.name() + "_" + column, law, complete ? 0 : missing);
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

  /** A text column whose levels follow Zipf's law: level k, from 0, has weight 1/(k + 1). */
  static final class Categorical implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int[] SIZES = {3, 20, 200, 2_000};

    private final String name;
    private final List<String> levels;
    private final double[] cumulative;

    private Categorical(String name, int size) {
      this.name = name;
      this.levels = IntStream.range(0, size).mapToObj(k -> "level_" + k).toList();
      this.cumulative = IntStream.range(0, size).mapToDouble(k -> 1.0 / (k + 1)).toArray();
      for (int k = 1; k < size; k++) {
        cumulative[k] += cumulative[k - 1];
      }
    }

    /** Columns of 3, 20, 200 and 2,000 levels take turns. */
    static Categorical of(int column) {
      return new Categorical("category_" + column, SIZES[column % SIZES.length]);
    }

    String name() {
      return name;
    }

    List<String> levels() {
      return levels;
    }

    /** The probability of a level. */
    double probability(int level) {
      return 1.0 / (level + 1) / cumulative[cumulative.length - 1];
    }

    int draw(RowRandom random) {
      double point = random.uniform() * cumulative[cumulative.length - 1];
      int found = Arrays.binarySearch(cumulative, point);
      return Math.min(found < 0 ? -found - 1 : found, cumulative.length - 1);
    }
  }
}
