package org.sparkradam.table.profile;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.types.UserDefinedType;
import org.apache.spark.sql.types.YearMonthIntervalType;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.Sql;

/**
 * Decides by a hash of the seed and the row's content whether a row is for testing.
 *
 * <p>So the split depends neither on partitions nor on cores nor on the order of rows, and rows of
 * the same content go the same way: none of the test rows has a twin among the training rows.
 */
public record RowSplit(double testFraction, long seed) {
  private static final long STEPS = 1L << 40;

  public RowSplit {
    if (!(testFraction > 0 && testFraction < 1)) {
      throw new BadInputException(
          "--test-fraction " + testFraction + ": give a number between 0 and 1, such as 0.2");
    }
  }

  /** A number for the content of a row: at least 0, the smallest ones are of test rows. */
  public Column hash(StructType schema) {
    return pmod(xxhash64(seedAndContent(schema)), lit(STEPS));
  }

  /** True for the rows of the test table. */
  public Column isTest(Column hash) {
    return hash.lt(firstOfTraining());
  }

  long firstOfTraining() {
    return (long) (testFraction * STEPS);
  }

  private Column[] seedAndContent(StructType schema) {
    Stream<Column> content =
        Arrays.stream(schema.fields())
            .filter(field -> isHashable(field.dataType()))
            .map(field -> Sql.column(field.name()));
    return Stream.concat(Stream.of(lit(seed)), content).toArray(Column[]::new);
  }

  /** Spark hashes no maps and no variants, at whatever depth, and what it will have one day. */
  private static boolean isHashable(DataType type) {
    if (type instanceof ArrayType array) {
      return isHashable(array.elementType());
    } else if (type instanceof StructType struct) {
      return Arrays.stream(struct.fields()).allMatch(field -> isHashable(field.dataType()));
    } else if (type instanceof UserDefinedType<?> user) {
      return isHashable(user.sqlType());
    }
    return Stream.of(
            NumericType.class,
            StringType.class,
            BooleanType.class,
            BinaryType.class,
            DateType.class,
            TimestampType.class,
            TimestampNTZType.class,
            YearMonthIntervalType.class,
            DayTimeIntervalType.class)
        .anyMatch(hashed -> hashed.isInstance(type));
  }
}
