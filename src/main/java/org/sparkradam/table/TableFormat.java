package org.sparkradam.table;

import java.util.Locale;
import java.util.Optional;

/** How a table is written down. */
public enum TableFormat {
  /** Decided by the ending of the file's name. */
  AUTO("(?!)"),
  LIBSVM(".*\\.(libsvm|svm|t)"),
  CSV(".*\\.(csv|tsv|txt)"),
  PARQUET(".*\\.parquet");

  private final String names;

  TableFormat(String names) {
    this.names = names;
  }

  /** The format that the ending of a file name tells, compressed or not. */
  static Optional<TableFormat> byName(String fileName) {
    String plain = withoutCompression(fileName);
    for (TableFormat format : values()) {
      if (plain.matches(format.names)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  static String withoutCompression(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|zst|lz4|snappy)$", "");
  }
}
