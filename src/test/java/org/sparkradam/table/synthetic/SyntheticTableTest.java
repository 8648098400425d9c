package org.sparkradam.table.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.testing.LocalSpark;

class SyntheticTableTest {
  private static final SyntheticSpec SPEC = Tables.BINARY.withRows(500).withPartitions(3);

  @TempDir Path folder;

  @Test
  void writesTheRowsAndTheirBestLoss() throws IOException {
    Path table = folder.resolve("new/table.parquet");
    BestLoss best = write(table, SaveMode.ErrorIfExists);
    assertThat(
            LocalSpark.session().read().parquet(table.toString()).orderBy("time").collectAsList())
        .isEqualTo(Tables.collect(SPEC));
    assertThat(best.loss()).isEqualTo("log_loss");
    assertThat(read(table)).contains(best);
    JsonNode truth = new ObjectMapper().readTree(table.resolve("_truth.json").toFile());
    assertThat(truth.at("/class_counts/0").asLong() + truth.at("/class_counts/1").asLong())
        .isEqualTo(500);
    assertThat(truth.at("/spec/task").asText()).isEqualTo("binary");
    assertThat(truth.at("/columns")).hasSize(16);
    assertThat(truth.at("/columns/13/effects/0")).hasSize(20);
  }

  @Test
  void regressionsAndDriftAreToldToo() throws IOException {
    Path table = folder.resolve("table");
    SyntheticSpec spec = Tables.REGRESSION.withRows(50).withDrift(0.3);
    SyntheticTable.write(LocalSpark.session(), spec, table.toString(), SaveMode.ErrorIfExists);
    JsonNode truth = new ObjectMapper().readTree(table.resolve("_truth.json").toFile());
    assertThat(truth.at("/best_rmse").asDouble()).isEqualTo(1);
    assertThat(truth.at("/best_loss").asDouble()).isEqualTo(0.5);
    assertThat(truth.at("/columns/0/late_coefficients")).hasSize(1);
    assertThat(truth.at("/columns/15/late_effects/0")).hasSize(2_000);
  }

  @Test
  void aPathThatExistsIsKeptUnlessOverwritingIsAskedFor() {
    Path table = folder.resolve("table");
    write(table, SaveMode.ErrorIfExists);
    refuses(table, SaveMode.ErrorIfExists, "--overwrite");
    write(table, SaveMode.Overwrite);
    assertThat(read(table)).isPresent();
  }

  @Test
  void overwritingSparesFoldersThatHoldNoTable() throws IOException {
    Path precious = Files.writeString(folder.resolve("thesis.txt"), "years of work");
    refuses(folder, SaveMode.Overwrite, "thesis.txt");
    refuses(precious, SaveMode.Overwrite, "is a file");
    assertThat(precious).hasContent("years of work");
  }

  @Test
  void placesThatCannotBeWrittenAreRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    refuses(file.resolve("below"), SaveMode.ErrorIfExists, "cannot be written");
    for (String path : new String[] {"", "nosuchscheme://host/table"}) {
      assertThatExceptionOfType(BadInputException.class)
          .isThrownBy(
              () -> SyntheticTable.write(LocalSpark.session(), SPEC, path, SaveMode.Overwrite));
    }
  }

  @Test
  void otherTablesHaveNoKnownBestLoss() throws IOException {
    assertThat(read(folder)).isEmpty();
    assertThat(read(folder.resolve("nothing"))).isEmpty();
    assertThat(GroundTruthFile.read(new Configuration(), "nosuchscheme://host/table")).isEmpty();
    Files.writeString(folder.resolve("_truth.json"), "{\"loss\": 3");
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read(folder));
    Files.writeString(folder.resolve("_truth.json"), "{}");
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read(folder));
  }

  private static Optional<BestLoss> read(Path table) {
    return GroundTruthFile.read(new Configuration(), table.toString());
  }

  private static BestLoss write(Path table, SaveMode mode) {
    return SyntheticTable.write(LocalSpark.session(), SPEC, table.toString(), mode);
  }

  private static void refuses(Path table, SaveMode mode, String reason) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> write(table, mode))
        .satisfies(e -> assertThat(e.getMessage()).contains(reason).doesNotContain("\n"));
  }
}
