package org.sparkradam.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.read.TableLocation;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.Task;
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
record InputTable(TableOptions options, TableLocation location, Optional<BestLoss> best) {
  static InputTable of(TableOptions options, SparkSession spark) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    Optional<TableLocation> named = options.location.of(options.reading);
    if (named.isPresent()) {
      return new InputTable(options, named.get(), bestLoss(hadoop, named.get()));
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
    TableLocation generated = TableLocation.at(List.of(path));
    return new InputTable(options, generated, bestLoss(hadoop, generated));
  }

  /** The generator leaves it beside its table. */
  private static Optional<BestLoss> bestLoss(Configuration hadoop, TableLocation location) {
    return location.paths().size() == 1
        ? GroundTruthFile.read(hadoop, location.paths().get(0))
        : Optional.empty();
  }

  TableSpec spec(Task task) {
    return options.spec(location, task);
  }

  /** What a reader calls it, in short. */
  String name() {
    return location.name();
  }

  /** All of where it is. */
  String title() {
    return location.title();
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
