package org.sparkradam.table.read;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.sparkradam.table.column.BadInputException;

/**
 * How a table is written down: the name of a data source of Spark's.
 *
 * @param name in small letters, or a class as it is spelled
 */
public record TableFormat(String name) {
  /** Decided by the ending of the file's name, or by what is in the folder. */
  public static final TableFormat AUTO = new TableFormat("auto");

  public static final TableFormat PARQUET = new TableFormat("parquet");

  /**
   * Those that are more to us than a name: a new one is a class and a row here. Delta comes before
   * Iceberg, whose metadata it may keep beside its own.
   */
  private static final List<Known> KNOWN =
      List.of(
          new Known("libsvm", new LibsvmFormat()),
          new Known("csv", new CsvFormat()),
          new Known("json", SparkFormat.JSON),
          new Known("parquet", SparkFormat.PARQUET),
          new Known("orc", SparkFormat.ORC),
          new Known("avro", SparkFormat.AVRO),
          new Known("jdbc", SparkFormat.JDBC),
          new Known("delta", new DeltaFormat()),
          new Known("iceberg", new IcebergFormat()));

  private record Known(String name, FormatTraits traits) {}

  private static final FormatTraits OF_ANY_SOURCE = new FormatTraits() {};

  /** The source that a user means by a name; Spark does not tell its short names apart by case. */
  public static TableFormat of(String name) {
    return new TableFormat(name.contains(".") ? name : name.toLowerCase(Locale.ROOT));
  }

  /** The format that the ending of a file name tells, compressed or not. */
  static Optional<TableFormat> byName(String fileName) {
    String plain = withoutCompression(fileName);
    String ending = plain.substring(plain.lastIndexOf('.') + 1);
    return known(traits -> traits.endings().contains(ending)).filter(any -> plain.contains("."));
  }

  static String withoutCompression(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|zst|lz4|snappy)$", "");
  }

  /** The format that the inside of a folder tells, if it does. */
  static Optional<TableFormat> byFolder(String folder, TableFiles files) {
    return known(traits -> traits.isAt(folder, files));
  }

  private static Optional<TableFormat> known(Predicate<FormatTraits> condition) {
    return KNOWN.stream()
        .filter(format -> condition.test(format.traits()))
        .map(format -> new TableFormat(format.name()))
        .findFirst();
  }

  /** What is particular to its tables. */
  public FormatTraits traits() {
    return KNOWN.stream()
        .filter(format -> format.name().equals(name))
        .map(Known::traits)
        .findFirst()
        .orElse(OF_ANY_SOURCE);
  }

  /** What its tables hold. */
  public StoredTypes stored() {
    return traits().stored();
  }

  /** Options by which Spark writes what can be read again by itself and by this library. */
  public Map<String, String> writing() {
    return traits().writing();
  }

  /** Whether its tables are written into catalogs alone. */
  public boolean isOfCatalogs() {
    return traits().isOfCatalogs();
  }

  /**
   * Whether it is written into a folder, rather than wherever its options say.
   *
   * @param option that named it
   * @throws BadInputException if Spark does not know it
   */
  public boolean isInFolder(String option) {
    return traits().isInFolder() || DataSources.isOfFiles(option, this);
  }

  @Override
  public String toString() {
    return name;
  }
}
