package org.sparkradam.table;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Reads tables the way a specification says.
 *
 * @param arranged what is done to rows before they are looked at, such as {@link Spread#over}
 */
record TableInput(SparkSession session, TableSpec spec, UnaryOperator<Dataset<Row>> arranged) {

  /**
   * What is settled of a table before it is read.
   *
   * @throws BadInputException if there is no such table, or no such data source
   */
  SettledSource settled(TableLocation location) {
    return SettledSource.of(session, spec, location);
  }

  ReadTable read(SettledSource source, Optional<StructType> like) {
    TableLocation location = source.location();
    try {
      return reader(source).read(location, like);
    } catch (BadInputException e) {
      throw e;
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      if (Causes.lieInTheData(e)) {
        throw new BadInputException(location.title() + ": cannot be read: " + Causes.oneLine(e), e);
      }
      throw e;
    }
  }

  private TableReader reader(SettledSource source) {
    if (!source.format().isTextOfOurs()) {
      return new SourceReader(session, spec, source, arranged);
    }
    return source.format().equals(TableFormat.CSV)
        ? new CsvReader(session, spec, used(), arranged)
        : new LibsvmReader(session, spec, arranged);
  }

  /** A statement may use any column, and so may the automatic choice of features. */
  private Predicate<String> used() {
    if (spec.select().isPresent() || spec.features().isEmpty()) {
      return name -> !spec.exclude().contains(name);
    }
    return name ->
        spec.features().contains(name)
            || spec.label().orElse("label").equals(name)
            || spec.weight().filter(name::equals).isPresent();
  }
}
