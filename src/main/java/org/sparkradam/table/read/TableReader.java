package org.sparkradam.table.read;

import java.util.Optional;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.BadInputException;

/** Reads tables of one format. */
interface TableReader {
  /**
   * Reads a table.
   *
   * @param like schema of the table that this one has to agree with, in types and dimension; empty
   *     for the first one
   * @throws BadInputException if the file cannot be read as this format
   */
  ReadTable read(TableLocation location, Optional<StructType> like);
}
