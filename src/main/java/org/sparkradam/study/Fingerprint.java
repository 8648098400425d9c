package org.sparkradam.study;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tells whether two runs saw the same rows, whatever their order and partitions. */
final class Fingerprint {
  private Fingerprint() {}

  /** 16 hexadecimal digits: the exclusive or of the rows' hashes, their number mixed in. */
  static String of(Dataset<Row> rows) {
    Row row = rows.agg(expr("bit_xor(xxhash64(label, features))"), expr("count(*)")).first();
    return "%016x".formatted(row.getLong(0) ^ Long.rotateLeft(row.getLong(1), 32));
  }
}
