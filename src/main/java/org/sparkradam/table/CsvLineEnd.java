package org.sparkradam.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/**
 * Finds how the lines of a CSV file end, where its fields may hold line breaks. Spark's parser
 * takes the first break that it meets, in quotes or not, for the end of all lines: a text from
 * Windows in a file from elsewhere, and all rows but one are gone.
 */
record CsvLineEnd(Configuration configuration, Optional<String> encoding) {
  /** A first line that is longer is left to Spark. */
  private static final int LONGEST = 1 << 20;

  /** What ends the first line; empty if there is one line only. */
  Optional<String> of(Path file) {
    try (Reader reader = new InputStreamReader(opened(file), charset())) {
      boolean quoted = false;
      for (int i = 0, c = reader.read(); c >= 0 && i < LONGEST; i++, c = reader.read()) {
        if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && c == '\n') {
          return Optional.of("\n");
        } else if (!quoted && c == '\r') {
          return Optional.of(reader.read() == '\n' ? "\r\n" : "\r");
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + Causes.oneLine(e), e);
    }
  }

  private InputStream opened(Path file) throws IOException {
    InputStream bytes = file.getFileSystem(configuration).open(file);
    CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(file);
    return codec == null ? bytes : codec.createInputStream(bytes);
  }

  /** An unknown name is Spark's to refuse. */
  private Charset charset() {
    return encoding
        .filter(name -> name.matches("[\\w.:+-]+") && Charset.isSupported(name))
        .map(Charset::forName)
        .orElse(StandardCharsets.UTF_8);
  }
}
