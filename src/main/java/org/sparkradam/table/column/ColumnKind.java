package org.sparkradam.table.column;

import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.types.VarcharType;

/** What a column holds, as far as preparing it goes. */
public enum ColumnKind {
  INTEGER("whole numbers"),
  REAL("numbers"),
  BOOLEAN("true or false"),
  TEXT("text"),
  TIME("dates or times"),
  VECTOR("vectors"),
  ARRAY("arrays of numbers"),
  OTHER("nested or binary values");

  private final String description;

  ColumnKind(String description) {
    this.description = description;
  }

  /** What a column of a type holds. */
  public static ColumnKind of(DataType type) {
    if (SQLDataTypes.VectorType().equals(type)) {
      return VECTOR;
    } else if (type instanceof NumericType) {
      return isInteger(type) ? INTEGER : REAL;
    } else if (type instanceof BooleanType) {
      return BOOLEAN;
    } else if (isText(type)) {
      return TEXT;
    } else if (isTime(type)) {
      return TIME;
    } else if (type instanceof ArrayType array && array.elementType() instanceof NumericType) {
      return ARRAY;
    }
    return OTHER;
  }

  /** Whether a value is many numbers, which is held as a vector. */
  public boolean isVector() {
    return this == VECTOR || this == ARRAY;
  }

  /** Whether values are numbers; false and true are none. */
  public boolean isNumber() {
    return this == INTEGER || this == REAL;
  }

  /** Whether two tables may hold these kinds in the same column. */
  boolean agreesWith(ColumnKind other) {
    return this == other || (isNumber() && other.isNumber());
  }

  @Override
  public String toString() {
    return description;
  }

  private static boolean isInteger(DataType type) {
    return type instanceof ByteType
        || type instanceof ShortType
        || type instanceof IntegerType
        || type instanceof LongType;
  }

  private static boolean isText(DataType type) {
    return type instanceof StringType || type instanceof CharType || type instanceof VarcharType;
  }

  private static boolean isTime(DataType type) {
    return type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType;
  }
}
