package org.sparkradam.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks on the driver are those on executors. */
class TrainingPlaceTest {
  private static final int CHUNKS = 7;
  private static final AtomicInteger READINGS = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1})
  void theBlocksAreTheSameBitForBit(double active) {
    double[] scale = IntStream.range(0, 10).mapToDouble(j -> 0.3 + j).toArray();
    IngestSettings settings =
        IngestSettings.of(3).withChunks(CHUNKS).withScale(scale).withLabelUnit(3);
    try (ShuffledBlocks executors =
            ShuffledBlocks.ingest(SampleRows.rdd(SampleRows.withEqualOnes(active), 4), settings);
        ShuffledBlocks driver =
            ShuffledBlocks.ingest(
                SampleRows.rdd(SampleRows.shuffled(SampleRows.withEqualOnes(active), 5), 3),
                settings.withPlace(TrainingPlace.DRIVER))) {
      assertThat(executors.place()).isEqualTo(TrainingPlace.EXECUTORS);
      assertThat(driver.place()).isEqualTo(TrainingPlace.DRIVER);
      assertThat(BlockText.of(driver).equals(BlockText.of(executors))).isTrue();
      assertThat(driver.chunkRows()).isEqualTo(executors.chunkRows());
      assertThat(driver.fingerprint()).isEqualTo(executors.fingerprint());
      assertThat(driver.bytes()).isEqualTo(executors.bytes());
      assertThat(driver.weightSum()).isEqualTo(executors.weightSum());
    }
  }

  @Test
  void memoryIsGivenBack() {
    long before = DriverMemory.reserved();
    ShuffledBlocks blocks = onDriver();
    assertThat(DriverMemory.reserved()).isGreaterThan(before);
    blocks.close();
    blocks.close();
    assertThat(DriverMemory.reserved()).isEqualTo(before);
  }

  /** A task that outlives the job that failed may still want to leave its rows. */
  @Test
  void aFailedIngestLeavesNothing() throws Exception {
    long before = DriverMemory.reserved();
    JavaRDD<LabeledRow> failing =
        SampleRows.rdd(SampleRows.withEqualOnes(1), 2)
            .mapPartitionsWithIndex(
                (partition, rows) -> {
                  if (partition == 1 && READINGS.getAndIncrement() > 0) {
                    throw new IllegalStateException("not the second time");
                  }
                  return rows;
                },
                true);
    READINGS.set(0);
    assertThatThrownBy(
            () ->
                ShuffledBlocks.ingest(
                    failing, IngestSettings.of(3).withPlace(TrainingPlace.DRIVER)))
        .hasMessageContaining("not the second time");
    assertThat(DriverMemory.reserved()).isEqualTo(before);
    assertThat(LocalExchange.goingOn()).isZero();
  }

  @Test
  void withoutRoomItIsExecutorsUnlessTheDriverWasAskedFor() {
    IngestSettings settings = IngestSettings.of(3);
    try (DriverMemory.Share all = DriverMemory.reserveAll()) {
      assertThat(all).isNotNull();
      try (ShuffledBlocks blocks =
          ShuffledBlocks.ingest(
              SampleRows.rdd(SampleRows.withEqualOnes(1), 2),
              settings.withPlace(TrainingPlace.AUTO))) {
        assertThat(blocks.place()).isEqualTo(TrainingPlace.EXECUTORS);
      }
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  ShuffledBlocks.ingest(
                      SampleRows.rdd(SampleRows.withEqualOnes(1), 2),
                      settings.withPlace(TrainingPlace.DRIVER)))
          .withMessageStartingWith("trainOn must be auto or executors, or spark.driver.memory");
    }
  }

  @Test
  void anInterruptedThreadTrainsNoFurther() {
    try (ShuffledBlocks blocks = onDriver()) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> blocks.run(new int[] {0, 1}, (chunk, block) -> chunk));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(blocks.run(new int[] {0, 1}, (chunk, block) -> chunk)).containsExactly(0, 1);
    }
  }

  @Test
  void whatAFunctionThrowsIsThrown() {
    try (ShuffledBlocks blocks = onDriver()) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  blocks.run(
                      new int[] {0, 1, 2},
                      (chunk, block) -> {
                        throw new IllegalArgumentException("no such label");
                      }))
          .withMessage("no such label");
    }
  }

  private static ShuffledBlocks onDriver() {
    return ShuffledBlocks.ingest(
        SampleRows.rdd(SampleRows.withEqualOnes(1), 4),
        IngestSettings.of(3).withChunks(CHUNKS).withPlace(TrainingPlace.DRIVER));
  }
}
