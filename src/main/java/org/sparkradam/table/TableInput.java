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
 * @param arranged what is done to rows of text before they are looked at, such as {@link
 *     Spread#over}
 */
record TableInput(SparkSession session, TableSpec spec, UnaryOperator<Dataset<Row>> arranged) {

  /** The format of the table at a path, decided by its name where it is not given. */
  TableFormat format(String path) {
    TableFiles files = new TableFiles(session.sparkContext().hadoopConfiguration());
    return files.format(path, spec.format());
  }

  ReadTable read(String path, Optional<StructType> like) {
    TableReader reader = reader(format(path));
    try {
      return reader.read(path, like);
    } catch (BadInputException e) {
      throw e;
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      if (Causes.lieInTheData(e)) {
        throw new BadInputException(path + ": cannot be read: " + Causes.oneLine(e), e);
      }
      throw e;
    }
  }

  private TableReader reader(TableFormat format) {
    return switch (format) {
      case LIBSVM -> new LibsvmReader(session, spec, arranged);
      case PARQUET -> new ParquetReader(session);
      default -> new CsvReader(session, spec, used(), arranged);
    };
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
