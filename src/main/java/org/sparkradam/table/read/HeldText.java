package org.sparkradam.table.read;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.functions;
import org.sparkradam.table.column.BadRows;
import org.sparkradam.table.column.Sql;

/**
 * The lines of a table of text while the types of its columns are looked for.
 *
 * @param lines as {@code layout} says
 * @param columns their names
 */
record HeldText(Dataset<Row> lines, List<String> columns, Layout layout) {
  private static final String FIELDS = "\0fields";

  /** How the fields of a line are held. */
  enum Layout {
    /** Each in a column of its own, in which what repeats takes little. */
    BY_COLUMN {
      @Override
      SpecializedGetters fields(InternalRow line) {
        return line;
      }

      @Override
      int misfit(int columns) {
        return columns;
      }
    },

    /** All in one array: to keep thousands of columns costs Spark several times what is in them. */
    IN_ARRAY {
      @Override
      SpecializedGetters fields(InternalRow line) {
        return line.getArray(0);
      }

      @Override
      int misfit(int columns) {
        return 1;
      }
    };

    /** The fields of a line; absent ones are null. */
    abstract SpecializedGetters fields(InternalRow line);

    /** The place of {@link CsvFiles#MISFIT} in a line of so many columns. */
    abstract int misfit(int columns);
  }

  /**
   * In the layout that suits so many columns.
   *
   * @param text of {@link CsvFiles#text}
   */
  static HeldText of(Dataset<Row> text, List<String> columns) {
    if (columns.size() <= TableInput.WIDE) {
      return new HeldText(text, columns, Layout.BY_COLUMN);
    }
    return new HeldText(
        text.select(array(columns).as(FIELDS), col(CsvFiles.MISFIT)), columns, Layout.IN_ARRAY);
  }

  /** The fields of a line in one array. */
  Column fields() {
    return layout == Layout.IN_ARRAY ? col(FIELDS) : array(columns);
  }

  private static Column array(List<String> columns) {
    return functions.array(columns.stream().map(Sql::column).toArray(Column[]::new));
  }

  /** With a further column. */
  HeldText with(String name, Column value) {
    return new HeldText(lines.withColumn(name, value), columns, layout);
  }

  HeldText where(Column condition) {
    return new HeldText(lines.where(condition), columns, layout);
  }

  /** The lines with columns for as many fields as are shown of a row. */
  Dataset<Row> shown() {
    if (layout == Layout.BY_COLUMN) {
      return lines;
    }
    Stream<Column> shown =
        IntStream.range(0, BadRows.EXAMPLE_COLUMNS)
            .mapToObj(i -> col(FIELDS).getItem(i).as(columns.get(i)));
    return lines.select(Stream.concat(Stream.of(col("*")), shown).toArray(Column[]::new));
  }
}
