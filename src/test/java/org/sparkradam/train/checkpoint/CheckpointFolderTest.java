package org.sparkradam.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sparkradam.testing.Logged;

/** A checkpoint is whole or it is ignored, and the one before it still serves. */
class CheckpointFolderTest {
  @TempDir Path temp;

  private static Checkpoint at(long step) {
    return at(step, 20_000);
  }

  private static Checkpoint at(long step, int weights) {
    SavedState state = new SavedState();
    SavedState part = state.part("a part");
    part.put("weights", new Random(step).doubles(weights).toArray());
    part.put("odd", new double[] {-0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE});
    part.put("none", new double[0]);
    part.put("count", step);
    part.put("loss", 1.0 / 3);
    part.put("text", "α\n\"x\"");
    return new Checkpoint(step, new TreeMap<>(java.util.Map.of("data", "abc")), state);
  }

  private CheckpointFolder folder() {
    return new CheckpointFolder(new Configuration(), temp.resolve("checkpoints").toString());
  }

  private List<Path> written() throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve("checkpoints"))) {
      return files
          .filter(file -> file.toString().endsWith(".checkpoint"))
          .sorted(Comparator.comparing(Path::getFileName))
          .toList();
    }
  }

  @Test
  void whatIsReadIsWhatWasWritten() {
    folder().write(at(7));
    assertSame(folder().newest().orElseThrow().checkpoint(), at(7));
  }

  /** The fixture was written by version 0.1.0, and is never written anew. */
  @Test
  void aCheckpointOfTheFirstVersionLoads() throws Exception {
    String name = "/saved/checkpoint-0.1.0";
    Path fixture = Path.of(Objects.requireNonNull(getClass().getResource(name), name).toURI());
    CheckpointFolder folder = new CheckpointFolder(new Configuration(), fixture.toString());
    assertSame(folder.newest().orElseThrow().checkpoint(), at(7, 50));
  }

  private static void assertSame(Checkpoint read, Checkpoint written) {
    assertThat(read.step()).isEqualTo(written.step());
    assertThat(read.settings()).isEqualTo(written.settings());
    SavedState part = read.state().part("a part");
    SavedState expected = written.state().part("a part");
    for (String name : List.of("weights", "odd", "none")) {
      assertThat(bits(part.array(name))).isEqualTo(bits(expected.array(name)));
    }
    assertThat(part.count("count")).isEqualTo(7);
    assertThat(part.number("loss")).isEqualTo(1.0 / 3);
    assertThat(part.text("text")).isEqualTo("α\n\"x\"");
    assertThat(part.arrays().keySet()).containsExactly("none", "odd", "weights");
  }

  private static long[] bits(double[] values) {
    return java.util.Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  @Test
  void anEmptyFolderHasNone() {
    assertThat(folder().isEmpty()).isTrue();
    assertThat(folder().newest()).isEmpty();
  }

  @Test
  void theLastTwoAreKept() throws IOException {
    CheckpointFolder folder = folder();
    for (long step : new long[] {9, 10, 100}) {
      folder.write(at(step));
    }
    assertThat(written()).hasSize(2);
    assertThat(folder().newest().orElseThrow().checkpoint().step()).isEqualTo(100);
  }

  @Test
  void aDamagedOneIsPassedOverWhereverTheByteIs() throws IOException {
    CheckpointFolder folder = folder();
    folder.write(at(1));
    folder.write(at(2));
    Path newest = written().get(1);
    byte[] whole = Files.readAllBytes(newest);
    Random random = new Random(5);
    for (int i = 0; i < 40; i++) {
      byte[] flipped = whole.clone();
      int at = i < 20 ? i : random.nextInt(whole.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      overwrite(newest, flipped);
      assertThat(folder().newest().orElseThrow().checkpoint().step())
          .describedAs("byte %d flipped", at)
          .isEqualTo(1);
    }
  }

  @Test
  void aTruncatedOneIsPassedOverWhateverIsLeft() throws IOException {
    CheckpointFolder folder = folder();
    folder.write(at(1));
    folder.write(at(2));
    Path newest = written().get(1);
    byte[] whole = Files.readAllBytes(newest);
    for (int length : new int[] {0, 1, 19, 100, whole.length / 2, whole.length - 1}) {
      overwrite(newest, java.util.Arrays.copyOf(whole, length));
      assertThat(folder().newest().orElseThrow().checkpoint().step()).isEqualTo(1);
    }
  }

  @Test
  void aDamagedOneIsWarnedOfOnceHoweverOftenARunLooks() throws IOException {
    folder().write(at(1));
    folder().write(at(2));
    overwrite(written().get(1), new byte[0]);
    CheckpointFolder folder = folder();
    try (Logged logged = new Logged(CheckpointFolder.class.getName())) {
      folder.newest();
      assertThat(folder.newest().orElseThrow().checkpoint().step()).isEqualTo(1);
      assertThat(logged.lines())
          .singleElement()
          .asString()
          .contains("step-000000000002", "is no whole checkpoint (it has only 0 bytes)");
    }
  }

  /** Without the checksum file that Hadoop would find it out by. */
  private static void overwrite(Path file, byte[] content) throws IOException {
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    Files.write(file, content);
  }

  @Test
  void aDamagedOneDoesNotCountAsKept() throws IOException {
    CheckpointFolder folder = folder();
    folder.write(at(1));
    folder.write(at(2));
    overwrite(written().get(1), new byte[] {1, 2, 3});
    folder().write(at(3));
    assertThat(written()).hasSize(3);
    overwrite(written().get(2), new byte[0]);
    assertThat(folder().newest().orElseThrow().checkpoint().step()).isEqualTo(1);
  }

  @Test
  void anotherFormatIsRefusedByItsNumber() throws IOException {
    folder().write(at(1));
    Path file = written().get(0);
    byte[] content = Files.readAllBytes(file);
    content[11] = 2;
    java.util.zip.CRC32C sum = new java.util.zip.CRC32C();
    sum.update(content, 0, content.length - 8);
    java.nio.ByteBuffer.wrap(content).putLong(content.length - 8, sum.getValue());
    overwrite(file, content);
    assertThatExceptionOfType(CheckpointMismatchException.class)
        .isThrownBy(() -> folder().newest())
        .withMessageContaining(file.getFileName().toString())
        .withMessageContaining("format 2")
        .withMessageContaining("format 1");
  }

  @Test
  void otherSettingsAreRefusedByName() {
    TreeMap<String, String> wanted = new TreeMap<>();
    wanted.put("data", "abd");
    wanted.put("kernel", "portable");
    folder().write(at(1));
    assertThatExceptionOfType(CheckpointMismatchException.class)
        .isThrownBy(() -> folder().newest().orElseThrow().requireSettings(wanted))
        .withMessageContaining("data was abc there and is abd now")
        .withMessageContaining("kernel was not set there and is portable now");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsAnErrorThatNamesTheLastWholeOne() throws IOException {
    CheckpointFolder folder = folder();
    folder.write(at(1));
    Path away = temp.resolve("away");
    Files.move(temp.resolve("checkpoints"), away);
    Files.writeString(temp.resolve("checkpoints"), "a file in the way");
    assertThatExceptionOfType(CheckpointWriteException.class)
        .isThrownBy(() -> folder.write(at(2)))
        .withMessageContaining("step 2")
        .withMessageContaining("the last whole one is")
        .withMessageContaining("step-000000000001");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> at(1).state().part("a part").array("momentum"))
        .withMessageContaining("a part.momentum");
  }
}
