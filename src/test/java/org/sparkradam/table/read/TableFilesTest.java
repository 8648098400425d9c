package org.sparkradam.table.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.table.TableTesting.parquet;
import static org.sparkradam.table.TableTesting.prepared;
import static org.sparkradam.table.TableTesting.refusal;
import static org.sparkradam.table.TableTesting.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFilesTest {
  @TempDir Path folder;

  @Test
  void namesTellTheFormat() {
    assertThat(TableFormat.byName("a.LIBSVM.gz")).contains(TableFormat.of("libsvm"));
    assertThat(TableFormat.byName("a9a.t")).contains(TableFormat.of("libsvm"));
    assertThat(TableFormat.byName("a.tsv")).contains(TableFormat.of("csv"));
    assertThat(TableFormat.byName("a.snappy.parquet")).contains(TableFormat.PARQUET);
    assertThat(TableFormat.byName("a.json.gz")).contains(TableFormat.of("json"));
    assertThat(TableFormat.byName("a.dat")).isEmpty();
    assertThat(TableFormat.byName("t")).isEmpty();
    assertThat(refusal(TableSpec.of(write(folder, "data", "1,2")))).contains("--format");
  }

  @Test
  void whatIsNotThereIsSaid() throws IOException {
    assertThat(refusal(TableSpec.of(folder.resolve("no.csv").toString()))).contains("no such file");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(refusal(TableSpec.of(empty.toString()))).contains("no data in it");
    Path blank = Files.createFile(folder.resolve("blank.csv"));
    assertThat(refusal(TableSpec.of(blank.toString()))).contains("no data in it");
    String header = write(folder, "header.csv", "x,label");
    assertThat(refusal(TableSpec.of(header).header(true))).contains("no rows");
  }

  @Test
  void damagedFilesAreTheUsersToMend() throws IOException {
    String parquet = write(folder, "broken.parquet", "this is no parquet file, but long enough");
    assertThat(refusal(TableSpec.of(parquet))).contains("cannot be read as parquet");
    String gzip = write(folder, "broken.csv.gz", "this is not compressed");
    assertThat(refusal(TableSpec.of(gzip))).contains("cannot be read as CSV");
    String libsvm = write(folder, "broken.libsvm.gz", "this is not compressed");
    assertThat(refusal(TableSpec.of(libsvm))).contains("broken.libsvm.gz");
  }

  @Test
  void theLabelIsAskedFor() {
    String path = parquet(folder, "SELECT id AS a, id AS distance FROM range(9)");
    assertThat(refusal(TableSpec.of(path))).contains("--label COL").contains("a, distance");
    assertThat(refusal(TableSpec.of(path).label("distence"))).contains("did you mean distance?");
    assertThat(prepared(TableSpec.of(path).label("distance").task(Task.REGRESSION)).task())
        .isEqualTo(Task.REGRESSION);
  }
}
