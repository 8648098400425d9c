package org.sparkradam.table.read;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.Causes;
import scala.math.BigInt;

/**
 * Reads tables the way a specification says.
 *
 * @param arranged what is done to rows before they are looked at, such as {@link Spread#over}
 */
public record TableInput(
    SparkSession session, TableSpec spec, UnaryOperator<Dataset<Row>> arranged) {
  /**
   * How a session is to treat tables of many columns. To make Java of each column's expressions and
   * to compile it, and to look for a shorter form of each column that is held, takes longer than
   * the rows do: of 3,000 columns and 10,000 rows most of the time. Large tables are worth it.
   */
  private static final Map<String, String> FOR_WIDE =
      Map.of(
          "spark.sql.codegen.factoryMode",
          "NO_CODEGEN",
          "spark.sql.inMemoryColumnarStorage.compressed",
          "false");

  /** Above so many columns a table is wide. */
  public static final int WIDE = 500;

  private static final BigInt SMALL = BigInt.apply(1L << 30); // bytes

  /**
   * What is settled of a table before it is read.
   *
   * @throws BadInputException if there is no such table, or no such data source
   */
  public SettledSource settled(TableLocation location) {
    return SettledSource.of(session, spec, location);
  }

  /**
   * The rows of a table.
   *
   * @param like the types of the training table, where this is another one
   * @throws BadInputException if it cannot be read, or has bad rows that are not to be skipped
   */
  public ReadTable read(SettledSource source, Optional<StructType> like) {
    TableLocation location = source.location();
    try {
      return source.format().traits().reader(this, source).read(location, like);
    } catch (BadInputException e) {
      throw e;
    } catch (Exception e) { // Spark's checked exceptions are not declared.
      if (Causes.lieInTheData(e)) {
        throw new BadInputException(location.title() + ": cannot be read: " + Causes.oneLine(e), e);
      }
      throw e;
    }
  }

  /** Rows before they are looked at. */
  Dataset<Row> found(Dataset<Row> rows) {
    boolean small = rows.queryExecution().analyzed().stats().sizeInBytes().$less(SMALL);
    if (small && rows.columns().length > WIDE) {
      FOR_WIDE.forEach(
          (setting, value) -> {
            if (!session.conf().contains(setting)) {
              session.conf().set(setting, value);
            }
          });
    }
    return arranged.apply(rows);
  }

  /**
   * Which columns may matter: a statement may use any, and so may the automatic choice of features.
   */
  Predicate<String> used() {
    if (spec.select().isPresent() || spec.features().isEmpty()) {
      return name -> !spec.exclude().contains(name);
    }
    return name ->
        spec.features().contains(name)
            || spec.label().orElse("label").equals(name)
            || spec.weight().filter(name::equals).isPresent();
  }
}
