package org.sparkradam.benchmark.commands;

import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.synthetic.SyntheticSpec;
import org.sparkradam.table.synthetic.SyntheticTable;
import org.sparkradam.table.synthetic.Target;

/** A million rows of 42 columns as one compressed file of text, which one task has to read. */
final class GeneratedCsv {
  static final String FILE = "generated-1m.csv.gz";

  private static final int NUMERIC = 37; // and the time
  private static final int CATEGORICAL = 3;
  private static final SyntheticSpec SPEC =
      new SyntheticSpec(
          1_000_000, NUMERIC, CATEGORICAL, 0.02, new Target.Classes(23, 0.02, 0), 0, 1, 0);

  private GeneratedCsv() {}

  /** Writes it into a folder, unless it is there. */
  static void write(SparkSession spark, String folder) throws IOException {
    Path file = new Path(folder, FILE);
    FileSystem files = file.getFileSystem(spark.sparkContext().hadoopConfiguration());
    if (files.exists(file)) {
      return;
    }
    Path parts = new Path(folder, FILE + ".parts");
    SyntheticTable.rows(spark, SPEC)
        .coalesce(1)
        .write()
        .option("header", "true")
        .option("compression", "gzip")
        .csv(parts.toString());
    for (FileStatus part : files.globStatus(new Path(parts, "part-*"))) {
      files.rename(part.getPath(), file);
    }
    files.delete(parts, true);
  }
}
