package org.sparkradam.benchmark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.column.BadInputException;

/** The folder of real tables that data/README.md names, given by {@code --tables}. */
public record TablesFolder(String path) implements Serializable {
  /** Where a table's file is. */
  public String file(String name) {
    return new Path(path, name).toString();
  }

  /**
   * @throws BadInputException if it has no such file
   */
  public void require(SparkSession spark, String name) {
    Path file = new Path(path, name);
    try {
      if (!file.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(file)) {
        throw new BadInputException(
            "--tables %s has no %s; data/README.md says where it can be had".formatted(path, name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for " + file, e);
    }
  }
}
