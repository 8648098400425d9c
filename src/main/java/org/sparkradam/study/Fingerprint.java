package org.sparkradam.study;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tells whether two runs saw the same rows, whatever their order and partitions. */
final class Fingerprint {
  private Fingerprint() {}

  /**
   * 16 hexadecimal digits: the sum of the rows' hashes, their number mixed in. A sum, since in an
   * exclusive or equal rows cancel each other out; decimal, since one of longs may overflow.
   */
  static String of(Dataset<Row> rows) {
    Row row =
        rows.agg(expr("sum(cast(xxhash64(label, features) as decimal(20)))"), expr("count(*)"))
            .first();
    long sum = row.getDecimal(0).toBigInteger().longValue();
    return "%016x".formatted(sum ^ Long.rotateLeft(row.getLong(1), 32));
  }
}
