package org.sparkradam.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sparkradam.table.TableTesting.prepared;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.table.read.TableSpec;
import org.sparkradam.table.read.TableSpecBuilder;
import org.sparkradam.testing.CachedRdds;
import org.sparkradam.testing.LocalSpark;

/** Where a table is, once it is read. */
class SpreadTest {
  @TempDir Path folder;

  @Test
  void aLargeGzFileIsHeldByAllCoresInMemoryAndOnDisk() throws IOException {
    Path gz = gz(1_600);
    assertThat(Files.size(gz)).isGreaterThan(1 << 20);
    assertHeld(gz, LocalSpark.context().defaultParallelism());
  }

  /** Which is as fast, and keeps the rows in their order. */
  @Test
  void aSmallOneIsHeldByOneTask() throws IOException {
    Path gz = gz(100);
    assertThat(Files.size(gz)).isLessThan(1 << 20);
    assertHeld(gz, 1);
  }

  private static void assertHeld(Path gz, int partitions) {
    CachedRdds before = CachedRdds.now();
    TableSpecBuilder spec = TableSpec.of(gz.toString()).header(true).features(List.of("x"));
    try (PreparedTable table = prepared(spec)) {
      assertThat(before.since()).hasSize(1);
      JavaRDD<?> held =
          LocalSpark.context().getPersistentRDDs().get(before.since().iterator().next());
      assertThat(held.getNumPartitions()).isEqualTo(partitions);
      assertThat(held.getStorageLevel()).isEqualTo(StorageLevel.MEMORY_AND_DISK());
      assertThat(table.counts().read()).isPositive();
    }
    assertThat(before.since()).isEmpty();
  }

  /** Of a thousand letters a row that are hard to compress. */
  private Path gz(int rows) throws IOException {
    Path file = folder.resolve("t.csv.gz");
    Random random = new Random(1);
    byte[] noise = new byte[750];
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
      out.write("x,noise,label\n");
      for (int i = 0; i < rows; i++) {
        random.nextBytes(noise);
        out.write(i % 7 + "," + Base64.getEncoder().encodeToString(noise) + "," + i % 2 + "\n");
      }
    }
    return file;
  }
}
