package org.sparkradam.jobs;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.TableSpec;
import org.sparkradam.table.Task;
import org.sparkradam.table.synthetic.BestLoss;
import org.sparkradam.table.synthetic.GroundTruthFile;
import org.sparkradam.table.synthetic.SyntheticSpec;
import org.sparkradam.table.synthetic.SyntheticTable;
import org.sparkradam.table.synthetic.Target;

/**
 * The table that a job works on: the user's, or one made once where none is named.
 *
 * @param best the best possible loss, if the table is a synthetic one
 */
record InputTable(TableOptions options, String path, Optional<BestLoss> best) {
  static InputTable of(TableOptions options, SparkSession spark) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    if (options.data != null) {
      return new InputTable(options, options.data, GroundTruthFile.read(hadoop, options.data));
    }
    Target target = target(options.task);
    String path =
        home()
            .resolve("data/generated/" + options.task.name().toLowerCase(java.util.Locale.ROOT))
            .toString();
    if (GroundTruthFile.read(hadoop, path).isEmpty()) {
      System.out.println("no --data: generating a table of 200,000 rows in " + path);
      SyntheticTable.write(spark, SyntheticSpec.of(target), path, SaveMode.Overwrite);
    }
    return new InputTable(options, path, GroundTruthFile.read(hadoop, path));
  }

  TableSpec spec(Task task) {
    return options.spec(path, task);
  }

  /** What a reader calls it: the end of its path. */
  String name() {
    return path.replaceFirst(".*/(?=.)", "");
  }

  private static Target target(Task task) {
    return switch (task) {
      case AUTO, BINARY -> Target.Classes.BINARY;
      case MULTICLASS -> Target.Classes.MULTICLASS;
      case REGRESSION -> Target.Regression.DEFAULT;
    };
  }

  /** The project's folder, which the launchers name, else the working directory. */
  private static Path home() {
    String home = System.getenv("SPARK_RADAM_HOME");
    return Path.of(home == null ? "" : home).toAbsolutePath();
  }
}
