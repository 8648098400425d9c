package org.sparkradam.table.read;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.sparkradam.table.column.MissingText;

/**
 * What is particular to the tables of one format: how they are recognised, read and written. What a
 * format does not say of itself holds for any data source of Spark's. Which formats say anything is
 * listed in {@link TableFormat}.
 */
public interface FormatTraits {
  /** The endings of file names that tell it, in small letters, without those of compression. */
  default Set<String> endings() {
    return Set.of();
  }

  /** Whether a folder is a table of it, whatever the names of the files there tell. */
  default boolean isAt(String folder, TableFiles files) {
    return false;
  }

  /**
   * Whether its tables tell their types. In a catalog all do; text of which no more than the
   * catalog's types is to be known needs no reader of ours.
   */
  default boolean isTyped() {
    return true;
  }

  /** Whether columns can be read again at little cost, and few rows without the others. */
  default boolean isColumnar() {
    return false;
  }

  /** Whether text that is no record comes as a row, with the text in a column of its own. */
  default boolean keepsCorruptRecords() {
    return false;
  }

  /** What stands for a missing value where a text is. */
  default MissingText missing() {
    return MissingText.IN_TYPED_TABLE;
  }

  /** The index that its users give to the first feature of a vector. */
  default int firstIndex(TableSpec spec) {
    return 0;
  }

  /** Whether its columns are read as what they were to the model that is to score them. */
  default boolean takesTypes() {
    return false;
  }

  /** The state to read in all passes; empty where one state only is kept, or none is there yet. */
  default Optional<Snapshot> newest(
      SparkSession session, SourceOptions options, TableLocation location) {
    return Optional.empty();
  }

  /** What reads its tables. */
  default TableReader reader(TableInput input, SettledSource source) {
    return new SourceReader(input.session(), input.spec(), source, input::found);
  }

  /** What its tables hold. */
  default StoredTypes stored() {
    return StoredTypes.OF_SQL;
  }

  /** Options to write with, where Spark's own are not those to read with. */
  default Map<String, String> writing() {
    return Map.of();
  }

  /** Whether a table of it needs no more than a folder, beside the sources that Spark tells. */
  default boolean isInFolder() {
    return false;
  }

  /** Whether its tables are written into catalogs alone. */
  default boolean isOfCatalogs() {
    return false;
  }
}
