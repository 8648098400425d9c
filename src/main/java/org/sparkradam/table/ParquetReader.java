package org.sparkradam.table;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Parquet: types are in the file, and reading it again is cheap, so nothing is persisted. */
record ParquetReader(SparkSession session) implements TableReader {
  @Override
  public ReadTable read(String path, Optional<StructType> like) {
    try {
      Dataset<Row> rows = session.read().parquet(path);
      return new ReadTable(rows, List.of(), List.of());
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      throw new BadInputException(path + ": cannot be read as Parquet: " + Causes.oneLine(e), e);
    }
  }
}
