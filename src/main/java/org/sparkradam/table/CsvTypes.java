package org.sparkradam.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Decides which columns of a table of texts hold numbers, all in one job.
 *
 * <p>A column is numeric if at least 99 % of the values that are not missing are numbers, or all
 * but one of ten or more: the rest is then taken for mistakes rather than for categories.
 */
record CsvTypes(Set<String> categorical, Optional<StructType> like) {
  private static final double NUMERIC_SHARE = 0.99;
  private static final long ENOUGH_TO_FORGIVE_ONE = 10;

  StructType infer(Dataset<Row> text, List<String> columns) {
    Column[] counts = columns.stream().flatMap(CsvTypes::counts).toArray(Column[]::new);
    Row row = text.agg(functions.count(functions.lit(1)), counts).first();
    List<StructField> fields = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Counts counted =
          new Counts(row.getLong(3 * i + 1), row.getLong(3 * i + 2), row.getLong(3 * i + 3));
      String name = columns.get(i);
      fields.add(DataTypes.createStructField(name, type(name, counted), true));
    }
    return new StructType(fields.toArray(StructField[]::new));
  }

  /** The number that a text spells, as SQL, or null; "1d" is Java's spelling, not a user's. */
  static String number(String sql) {
    return "CASE WHEN trim("
        + sql
        + ") RLIKE '[0-9.][dDfF]$' THEN NULL ELSE "
        + cast(sql, "DOUBLE")
        + " END";
  }

  static String cast(String sql, String type) {
    return "try_cast(trim(" + sql + ") AS " + type + ")";
  }

  private record Counts(long known, long numbers, long integers) {
    boolean areNumbers() {
      long others = known - numbers;
      return numbers > 0
          && (numbers >= NUMERIC_SHARE * known || (others == 1 && known >= ENOUGH_TO_FORGIVE_ONE));
    }
  }

  private static Stream<Column> counts(String column) {
    String sql = Sql.name(column);
    return Stream.of(MissingText.IN_CSV.cleaned(sql), number(sql), cast(sql, "BIGINT"))
        .map(value -> functions.count(functions.expr(value)));
  }

  private DataType type(String column, Counts counts) {
    if (!isNumeric(column, counts)) {
      return DataTypes.StringType;
    }
    return counts.integers == counts.numbers ? DataTypes.LongType : DataTypes.DoubleType;
  }

  private boolean isNumeric(String column, Counts counts) {
    if (categorical.contains(column)) {
      return false;
    }
    return like.filter(schema -> List.of(schema.fieldNames()).contains(column))
        .map(schema -> ColumnKind.of(schema.apply(column).dataType()).isNumber())
        .orElseGet(counts::areNumbers);
  }
}
