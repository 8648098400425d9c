package org.sparkradam.table.read;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.MissingText;
import org.sparkradam.table.column.Problem;
import scala.collection.Seq;

/**
 * What can be wrong with a line of CSV. Told by a loop over its fields: an expression of each takes
 * Spark's optimizer a minute where columns are hundreds.
 */
final class LineProblems implements Serializable {
  static final String OPEN_QUOTE =
      "a quoted field does not end on its line: --multi-line reads fields with line breaks";

  private static final long serialVersionUID = 1L;
  private static final String OTHER_COUNT = "the number of fields is not that of the first line";

  private final String[] columns;
  private final boolean[] numeric;
  private final boolean multiLine;

  /**
   * @param schema of the fields, in their order
   * @param used which columns matter: a text among the numbers of any other is no problem
   * @param multiLine whether fields may hold line breaks
   */
  LineProblems(StructType schema, Predicate<String> used, boolean multiLine) {
    this.columns = schema.fieldNames();
    this.numeric = new boolean[columns.length];
    for (int i = 0; i < columns.length; i++) {
      boolean isNumber = ColumnKind.of(schema.apply(i).dataType()).isNumber();
      numeric[i] = isNumber && used.test(columns[i]);
    }
    this.multiLine = multiLine;
  }

  /** The first problem of each line, as {@link Problem#first} tells it, or null. */
  Column of(HeldText text) {
    UDF2<Seq<String>, String, String> first = this::first;
    return udf(first, DataTypes.StringType).apply(text.fields(), col(CsvFiles.MISFIT));
  }

  private String first(Seq<String> fields, String misfit) {
    if (misfit != null) {
      boolean isOpen =
          !multiLine && misfit.chars().filter(letter -> letter == '"').count() % 2 == 1;
      return Problem.told(isOpen ? OPEN_QUOTE : OTHER_COUNT, CsvFiles.MISFIT, misfit);
    }
    for (int i = 0; i < numeric.length; i++) {
      if (numeric[i]) {
        String field = fields.apply(i);
        boolean isText =
            MissingText.IN_CSV
                .known(field)
                .filter(known -> CsvNumber.value(known) == null)
                .isPresent();
        if (isText) {
          return Problem.told("no number in the numeric column " + columns[i], columns[i], field);
        }
      }
    }
    return null;
  }
}
