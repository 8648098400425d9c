package org.sparkradam.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a table is written down: the name of a data source of Spark's.
 *
 * @param name in small letters, or a class as it is spelled
 */
public record TableFormat(String name) {
  /** Decided by the ending of the file's name. */
  public static final TableFormat AUTO = new TableFormat("auto");

  public static final TableFormat LIBSVM = new TableFormat("libsvm");
  public static final TableFormat CSV = new TableFormat("csv");
  public static final TableFormat PARQUET = new TableFormat("parquet");
  static final TableFormat JSON = new TableFormat("json");
  static final TableFormat DELTA = new TableFormat("delta");
  static final TableFormat ICEBERG = new TableFormat("iceberg");

  private static final Map<String, TableFormat> BY_ENDING =
      Map.ofEntries(
          Map.entry("libsvm", LIBSVM),
          Map.entry("svm", LIBSVM),
          Map.entry("t", LIBSVM),
          Map.entry("csv", CSV),
          Map.entry("tsv", CSV),
          Map.entry("txt", CSV),
          Map.entry("parquet", PARQUET),
          Map.entry("orc", new TableFormat("orc")),
          Map.entry("json", JSON),
          Map.entry("jsonl", JSON),
          Map.entry("ndjson", JSON),
          Map.entry("avro", new TableFormat("avro")));

  /** Those whose columns can be read again at little cost, and from which few rows can be. */
  private static final Set<String> COLUMNAR = Set.of("parquet", "orc", "delta", "iceberg");

  /** The source that a user means by a name; Spark does not tell its short names apart by case. */
  public static TableFormat of(String name) {
    return new TableFormat(name.contains(".") ? name : name.toLowerCase(Locale.ROOT));
  }

  /** The format that the ending of a file name tells, compressed or not. */
  static Optional<TableFormat> byName(String fileName) {
    String plain = withoutCompression(fileName);
    return Optional.ofNullable(BY_ENDING.get(plain.substring(plain.lastIndexOf('.') + 1)))
        .filter(format -> plain.contains("."));
  }

  static String withoutCompression(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|zst|lz4|snappy)$", "");
  }

  boolean isColumnar() {
    return COLUMNAR.contains(name);
  }

  /** Whether our own reader takes it, rather than Spark's source of that name. */
  boolean isTextOfOurs() {
    return List.of(CSV, LIBSVM).contains(this);
  }

  @Override
  public String toString() {
    return name;
  }
}
