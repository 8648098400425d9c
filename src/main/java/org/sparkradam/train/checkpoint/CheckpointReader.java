package org.sparkradam.train.checkpoint;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * Reads what {@link CheckpointWriter} writes. Nothing of a file is believed, lengths least of all,
 * before its checksum is found right; no class is named by it and no object made but texts, numbers
 * and arrays.
 */
final class CheckpointReader {
  private static final int BUFFER = 1 << 16;
  private static final int SHORTEST = 2 * Long.BYTES + 4 * Integer.BYTES + Long.BYTES;

  private final DataInputStream in;
  private final byte[] doubles = new byte[BUFFER];

  private CheckpointReader(InputStream file) {
    this.in = new DataInputStream(new BufferedInputStream(file, BUFFER));
  }

  /**
   * Reads a file through to see whether it is whole.
   *
   * @param length of the file in bytes
   * @throws DamagedCheckpointException if it is not
   */
  static void verify(InputStream file, long length) throws IOException {
    if (length < SHORTEST) {
      throw new DamagedCheckpointException(
          String.format(Locale.ROOT, "it has only %d bytes", length));
    }
    CheckpointReader reader = new CheckpointReader(file);
    long sum = reader.sum(length - Long.BYTES);
    if (sum != reader.in.readLong()) {
      throw new DamagedCheckpointException("its checksum is wrong");
    }
  }

  /**
   * Reads a file that was verified.
   *
   * @throws CheckpointMismatchException if it is of another version
   */
  static Checkpoint read(InputStream file) throws IOException {
    CheckpointReader reader = new CheckpointReader(file);
    if (reader.in.readLong() != CheckpointWriter.MAGIC) {
      throw new DamagedCheckpointException("it does not begin as a checkpoint does");
    }
    int version = reader.in.readInt();
    if (version != CheckpointWriter.VERSION) {
      throw new CheckpointMismatchException(
          String.format(
              Locale.ROOT,
              "has format %d, but this release of spark-radam reads format %d",
              version,
              CheckpointWriter.VERSION));
    }
    long step = reader.in.readLong();
    SortedMap<String, String> settings = reader.readTexts();
    SortedMap<String, String> facts = reader.readTexts();
    return new Checkpoint(step, settings, SavedState.of(facts, reader.readArrays()));
  }

  private long sum(long length) throws IOException {
    CRC32C sum = new CRC32C();
    byte[] buffer = new byte[BUFFER];
    for (long left = length; left > 0; ) {
      int count = (int) Math.min(left, buffer.length);
      in.readFully(buffer, 0, count);
      sum.update(buffer, 0, count);
      left -= count;
    }
    return sum.getValue();
  }

  private SortedMap<String, String> readTexts() throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      texts.put(readText(), readText());
    }
    return texts;
  }

  private String readText() throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private SortedMap<String, double[]> readArrays() throws IOException {
    SortedMap<String, double[]> arrays = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      arrays.put(readText(), readArray());
    }
    return arrays;
  }

  private double[] readArray() throws IOException {
    double[] array = new double[in.readInt()];
    int most = BUFFER / Double.BYTES;
    for (int from = 0; from < array.length; from += most) {
      int count = Math.min(most, array.length - from);
      in.readFully(doubles, 0, count * Double.BYTES);
      ByteBuffer.wrap(doubles).asDoubleBuffer().get(array, from, count);
    }
    return array;
  }

  /** A file that is no whole checkpoint: cut short while it was written, or changed since. */
  private static final class DamagedCheckpointException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedCheckpointException(String message) {
      super(message);
    }
  }
}
