package org.sparkradam.train.checkpoint;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Writes the format that {@link CheckpointReader} reads: magic, version, step, settings, facts,
 * arrays, and last the checksum of all that. Big-endian; texts are UTF-8 after their length in
 * bytes, arrays follow theirs in doubles.
 */
final class CheckpointWriter {
  /** "RADAM" and three bytes that no text has. */
  static final long MAGIC = 0x524144414d000dffL;

  static final int VERSION = 1;

  private static final int BUFFER = 1 << 16;

  private final DataOutputStream out;
  private final ByteBuffer doubles = ByteBuffer.allocate(BUFFER);

  private CheckpointWriter(DataOutputStream out) {
    this.out = out;
  }

  /** Writes all of it, and neither flushes nor closes. */
  static void write(Checkpoint checkpoint, OutputStream file) throws IOException {
    CheckedOutputStream summed = new CheckedOutputStream(file, new CRC32C());
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(summed, BUFFER));
    CheckpointWriter writer = new CheckpointWriter(out);
    out.writeLong(MAGIC);
    out.writeInt(VERSION);
    out.writeLong(checkpoint.step());
    writer.writeTexts(checkpoint.settings());
    writer.writeTexts(checkpoint.state().facts());
    writer.writeArrays(checkpoint.state().arrays());
    out.flush();
    file.write(ByteBuffer.allocate(Long.BYTES).putLong(summed.getChecksum().getValue()).array());
  }

  private void writeTexts(SortedMap<String, String> texts) throws IOException {
    out.writeInt(texts.size());
    for (Map.Entry<String, String> text : texts.entrySet()) {
      writeText(text.getKey());
      writeText(text.getValue());
    }
  }

  private void writeText(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private void writeArrays(SortedMap<String, double[]> arrays) throws IOException {
    out.writeInt(arrays.size());
    for (Map.Entry<String, double[]> array : arrays.entrySet()) {
      writeText(array.getKey());
      writeArray(array.getValue());
    }
  }

  private void writeArray(double[] array) throws IOException {
    out.writeInt(array.length);
    int most = BUFFER / Double.BYTES;
    for (int from = 0; from < array.length; from += most) {
      int count = Math.min(most, array.length - from);
      doubles.asDoubleBuffer().put(array, from, count);
      out.write(doubles.array(), 0, count * Double.BYTES);
    }
  }
}
