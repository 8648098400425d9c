package org.sparkradam.table.synthetic;

import java.util.HexFormat;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One row of clicks after the other: day, counts {@code I1} to {@code I13} with heavy tails, many
 * of them missing, and categories {@code C1} to {@code C26} of 4 to a million levels that follow
 * Zipf's law, spelled as eight hexadecimal digits. Buffers of one task.
 */
final class ClickRow {
  static final String DAY = "day";
  static final String LABEL = "label";

  private static final double MOST_LEVELS = 1e6;
  private static final double LEAST_LEVELS = 4;

  /** Zipf's exponent: level k, from 1, is about k^-1.1 times as frequent as the first. */
  private static final double EXPONENT = 1.1;

  /** Of every third column of counts, and of every fifth of categories. */
  private static final double MISSING = 0.3;

  private static final HexFormat HEX = HexFormat.of();

  private final ClickSpec spec;
  private final RowRandom random = new RowRandom();
  private final double[] normal = new double[ClickLaw.COUNTS];
  private final boolean[] missing = new boolean[ClickLaw.COUNTS];
  private final int[] levels = new int[ClickLaw.CATEGORIES];
  private int day;

  ClickRow(ClickSpec spec) {
    this.spec = spec;
  }

  /**
   * Makes a row the current one.
   *
   * @param number that its values are drawn by
   * @param place in the table, of which its day depends
   */
  ClickRow draw(long number, long place) {
    random.restart(spec.seed(), number);
    day = spec.day(place);
    for (int j = 0; j < normal.length; j++) {
      normal[j] = random.gaussian();
      missing[j] = random.uniform() < MISSING && j % 3 == 2;
    }
    for (int c = 0; c < levels.length; c++) {
      double u = random.uniform();
      boolean absent = random.uniform() < MISSING && c % 5 == 4;
      levels[c] = absent ? 0 : zipf(u, levels(c));
    }
    return this;
  }

  /** Of a column of categories: from 4 to a million, by equal factors. */
  static int levels(int category) {
    double share = category / (ClickLaw.CATEGORIES - 1.0);
    return (int) Math.round(LEAST_LEVELS * StrictMath.pow(MOST_LEVELS / LEAST_LEVELS, share));
  }

  /** A level from 1, by the inverse of the continuous law's distribution. */
  private static int zipf(double u, int levels) {
    double power = 1 - EXPONENT;
    double whole = StrictMath.pow(levels + 1.0, power) - 1;
    int level = (int) StrictMath.pow(1 + u * whole, 1 / power);
    return Math.max(1, Math.min(levels, level));
  }

  int day() {
    return day;
  }

  boolean isMissing(int count) {
    return missing[count];
  }

  /** The logarithm of a count before it is rounded, less its mean and by its deviation. */
  double standardised(int count) {
    return normal[count];
  }

  /** 0 where it is missing. */
  int level(int category) {
    return levels[category];
  }

  /** Uniform on (0, 1), the row's next number. */
  double uniform() {
    return random.uniform();
  }

  static StructType schema() {
    StructType schema = new StructType().add(DAY, DataTypes.IntegerType, false);
    for (int j = 1; j <= ClickLaw.COUNTS; j++) {
      schema = schema.add("I" + j, DataTypes.IntegerType, true);
    }
    for (int c = 1; c <= ClickLaw.CATEGORIES; c++) {
      schema = schema.add("C" + c, DataTypes.StringType, true);
    }
    return schema.add(LABEL, DataTypes.IntegerType, false);
  }

  /** The current row as it stands in the table. */
  Row cells(int label) {
    Object[] cells = new Object[2 + normal.length + levels.length];
    int at = 0;
    cells[at++] = day;
    for (int j = 0; j < normal.length; j++) {
      cells[at++] = missing[j] ? null : count(j);
    }
    for (int c = 0; c < levels.length; c++) {
      cells[at++] = levels[c] == 0 ? null : HEX.toHexDigits(hash(c, levels[c]));
    }
    cells[at] = label;
    return RowFactory.create(cells);
  }

  /** Log-normal, the later columns with longer tails. */
  private int count(int j) {
    double spread = 1 + 0.15 * j;
    return (int) Math.min(Integer.MAX_VALUE, StrictMath.exp(1 + spread * normal[j]));
  }

  /** One to one for the levels of a column. */
  private static int hash(int category, int level) {
    int mixed = (level + category * 0x3C6EF372) * 0x9E3779B1;
    mixed ^= mixed >>> 15;
    return mixed * 0x85EBCA6B;
  }
}
