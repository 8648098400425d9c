package org.sparkradam.jobs;

import java.util.List;
import java.util.Optional;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.read.TableLocation;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;
import org.sparkradam.table.read.Task;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which table is read and how it is seen. */
final class TableOptions {
  @Mixin LocationOptions location = new LocationOptions();

  @Option(
      names = "--test-data",
      paramLabel = "PATH",
      description =
          "the test table, several times as --data; without it, rows of the table are split off")
  List<String> testData = List.of();

  @Option(
      names = "--test-table",
      paramLabel = "NAME",
      description = "the test table by its name in a catalog, where the table is a --table")
  String testTable;

  @Mixin ReadingOptions reading = new ReadingOptions();

  @Option(names = "--label", paramLabel = "COL", description = "the label; default label")
  String label;

  @Option(names = "--weight", paramLabel = "COL", description = "row weights; default all 1")
  String weight;

  @Option(
      names = "--features",
      paramLabel = "COL",
      split = ",",
      description =
          "auto (default) or the columns to learn from; a name with a comma has to be made another by"
              + " --select")
  List<String> features = List.of("auto");

  @Option(
      names = "--exclude",
      paramLabel = "COL",
      split = ",",
      description = "columns to leave out")
  List<String> exclude = List.of();

  @Option(
      names = "--categorical",
      paramLabel = "COL",
      split = ",",
      description = "columns that are categories whatever they hold")
  List<String> categorical = List.of();

  @Mixin FeatureOptions featureOptions = new FeatureOptions();

  @Option(
      names = "--task",
      paramLabel = "TASK",
      description = "auto (by the labels), binary, multiclass or regression; default auto")
  Task task = Task.AUTO;

  @Option(
      names = "--test-fraction",
      paramLabel = "F",
      description = "share of the rows to test on where there is no --test-data; default 0.2")
  double testFraction = TableSpec.DEFAULT_TEST_FRACTION;

  @Option(
      names = "--split-seed",
      paramLabel = "N",
      description = "seed of the split, alike for all trials; default ${DEFAULT-VALUE}")
  long splitSeed;

  @Option(
      names = "--no-stratify",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "of classes: move rows where the split leaves a class on one side only; default yes")
  boolean stratify = true;

  /** Refuses what is wrong with the command alone. */
  void check() {
    location.check(reading);
    featureOptions.settings();
    if (testTable != null && location.table == null) {
      throw new BadInputException(
          "--test-table %s: goes with --table; the test table of --data is --test-data"
              .formatted(testTable));
    }
    if (!testData.isEmpty() && location.data.isEmpty()) {
      throw new BadInputException(
          "--test-data: goes with --data; the test table of --table is --test-table");
    }
  }

  /** The test table, if rows of the table are not to be split off. */
  Optional<TableLocation> test() {
    if (testTable != null) {
      return Optional.of(TableLocation.named(testTable));
    }
    return testData.isEmpty() ? Optional.empty() : Optional.of(TableLocation.at(testData));
  }

  /** What was asked for, of this table. */
  TableSpec spec(TableLocation table, Task taskOfModel) {
    TableSpecBuilder builder =
        reading
            .of(table)
            .features(features.equals(List.of("auto")) ? List.of() : features)
            .exclude(exclude)
            .categorical(categorical)
            .featureSettings(featureOptions.settings())
            .task(taskOfModel)
            .testFraction(testFraction)
            .splitSeed(splitSeed)
            .stratify(stratify);
    test().ifPresent(builder::testData);
    if (label != null) {
      builder.label(label);
    }
    if (weight != null) {
      builder.weight(weight);
    }
    return builder.build();
  }
}
