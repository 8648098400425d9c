package org.sparkradam.table;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/**
 * Decides by a hash of the seed and the row's content whether a row is for testing.
 *
 * <p>So the split depends neither on partitions nor on cores nor on the order of rows, and rows of
 * the same content go the same way: none of the test rows has a twin among the training rows.
 */
record RowSplit(double testFraction, long seed) {
  private static final long STEPS = 1L << 40;

  RowSplit {
    if (!(testFraction > 0 && testFraction < 1)) {
      throw new BadInputException(
          "--test-fraction " + testFraction + ": give a number between 0 and 1, such as 0.2");
    }
  }

  /** True for the rows of the test table. */
  Column isTest(StructType schema) {
    Column hash = functions.xxhash64(seedAndContent(schema));
    return functions.pmod(hash, functions.lit(STEPS)).lt((long) (testFraction * STEPS));
  }

  /** Spark hashes everything but maps. */
  private Column[] seedAndContent(StructType schema) {
    Stream<Column> content =
        Arrays.stream(schema.fields())
            .filter(field -> !(field.dataType() instanceof MapType))
            .map(field -> Sql.column(field.name()));
    return Stream.concat(Stream.of(functions.lit(seed)), content).toArray(Column[]::new);
  }
}
