package org.sparkradam.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.table.TableTesting.prepared;
import static org.sparkradam.table.TableTesting.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.StorageStatistics;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sparkradam.table.read.FeatureSettings;
import org.sparkradam.table.read.NumericTreatment;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.testing.CachedRdds;
import org.sparkradam.testing.JobLog;

/** How often a table of text is read, and what was made of it. */
class TablePassesTest {
  private static final int ROWS = 3_000;
  private static final String COUNTING = "counting categories";
  private static final String MEAN = "taking mean labels";
  private static final String NOTING = "noting the categories that there are";

  @TempDir Path folder;

  static Stream<Arguments> settings() {
    NumericTreatment plain = NumericTreatment.STANDARDISE;
    OptionalInt any = OptionalInt.empty();
    return Stream.of(
        Arguments.of("default", FeatureSettings.DEFAULT, List.of("reading")),
        Arguments.of(
            "hashes",
            settings(OptionalInt.of(20), 1, plain, List.of(), List.of()),
            List.of("reading", NOTING, "comparing with the training rows")),
        Arguments.of(
            "dictionaries",
            settings(any, 2, plain, List.of(), List.of()),
            List.of("reading", COUNTING, NOTING)),
        Arguments.of(
            "ranges and crosses",
            settings(
                any, 2, new NumericTreatment.Quantiles(4), List.of(List.of("c", "d")), List.of()),
            List.of("reading", "finding the ranges of numbers", COUNTING, NOTING)),
        Arguments.of(
            "label means",
            settings(any, 2, plain, List.of(), List.of("c", "d")),
            List.of(
                "reading",
                COUNTING,
                MEAN,
                MEAN,
                MEAN,
                MEAN,
                MEAN,
                MEAN,
                "standardising mean labels",
                NOTING)));
  }

  private static FeatureSettings settings(
      OptionalInt most,
      int minCount,
      NumericTreatment numeric,
      List<List<String>> crosses,
      List<String> means) {
    return new FeatureSettings(
        most, minCount, OptionalInt.empty(), numeric, Map.of(), crosses, means);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void textIsParsedOnceAndColumnsAreReadAsOftenAsTheDocsSay(
      String name, FeatureSettings settings, List<String> passes) throws IOException {
    String path = table();
    long size = Files.size(Path.of(path));
    long before = bytesRead();
    CachedRdds cached = CachedRdds.now();
    try (JobLog log = new JobLog();
        PreparedTable table = prepared(TableSpec.of(path).header(true).featureSettings(settings))) {
      int held = cached.since().iterator().next();
      assertThat(cached.since()).containsExactly(held);
      assertThat(table.numFeatures()).isPositive();
      assertThat(log.stagesThrough(held)).isEqualTo(passes);
    }
    // The first lines are read once more, for the header.
    assertThat((double) (bytesRead() - before) / size).isBetween(1.0, 1.5);
  }

  private String table() {
    String filler = "f".repeat(200);
    return write(
        folder,
        "t.csv",
        "x,c,d,filler,label",
        ROWS,
        i -> i % 97 + ",c" + i % 30 + ",d" + i % 7 + "," + filler + "," + i % 2);
  }

  private static long bytesRead() {
    StorageStatistics files = FileSystem.getGlobalStorageStatistics().get("file");
    return files == null ? 0 : files.getLong("bytesRead"); // nobody has opened one yet
  }
}
