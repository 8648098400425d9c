package org.sparkradam.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
record CsvTypes(List<String> categorical, Optional<StructType> like) {
  private static final double NUMERIC_SHARE = 0.99;
  private static final long ENOUGH_TO_FORGIVE_ONE = 10;
  private static final Counts NONE = new Counts(0, 0, 0, null);

  /**
   * What the texts of a table tell.
   *
   * @param replaced a text by the column that holds it, in which a character could not be read
   * @param fits whether every line has as many fields as there are columns, and every value of a
   *     numeric column is a number
   */
  record Inferred(StructType schema, Map<String, String> replaced, boolean fits) {}

  /**
   * @param misfit the column of lines that do not fit, whose values are not counted
   */
  Inferred infer(Dataset<Row> text, List<String> columns, String misfit) {
    Map<Integer, Counts> counts = counts(text, columns, misfit);
    List<StructField> fields = new ArrayList<>();
    Map<String, String> replaced = new LinkedHashMap<>();
    boolean fits = counts.getOrDefault(columns.size(), NONE).known == 0;
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i);
      Counts found = counts.getOrDefault(i, NONE);
      fields.add(DataTypes.createStructField(name, type(name, found), true));
      fits &= found.known == found.numbers || !isNumeric(name, found);
      if (found.replaced != null) {
        replaced.put(name, found.replaced);
      }
    }
    return new Inferred(DataTypes.createStructType(fields), replaced, fits);
  }

  /**
   * The number that a text spells, as SQL, or null; "1d" is Java's spelling, not a user's. Most
   * words are told by their first letter: to refuse one, a cast makes an exception with a message,
   * which takes as long as parsing a hundred numbers.
   */
  static String number(String sql) {
    String text = "trim(" + sql + ")";
    return ("CASE WHEN ascii(%1$s) > ascii('9') AND lower(left(%1$s, 3)) NOT IN ('inf', 'nan')"
            + " OR right(%1$s, 1) IN ('d', 'D', 'f', 'F') AND lower(right(%1$s, 3)) <> 'inf'"
            + " THEN NULL ELSE %2$s END")
        .formatted(text, cast(sql, DataTypes.DoubleType));
  }

  static String cast(String sql, DataType type) {
    return "try_cast(trim(" + sql + ") AS " + type.sql() + ")";
  }

  private record Counts(long known, long numbers, long integers, String replaced) {
    boolean areNumbers() {
      long others = known - numbers;
      return numbers > 0
          && (numbers >= NUMERIC_SHARE * known || (others == 1 && known >= ENOUGH_TO_FORGIVE_ONE));
    }
  }

  /**
   * Values are laid out one below the other, as in {@link Profile}, and for its reason; the lines
   * that do not fit after the last column.
   */
  private static Map<Integer, Counts> counts(
      Dataset<Row> text, List<String> columns, String misfit) {
    Column[] fields =
        Stream.concat(columns.stream().map(Sql::column), Stream.of(lit(null)))
            .toArray(Column[]::new);
    Column nothing = functions.array_repeat(lit(null).cast("string"), columns.size());
    Column line = functions.concat(nothing, functions.array(col(misfit)));
    Column values = when(col(misfit).isNull(), functions.array(fields)).otherwise(line);
    Map<Integer, Counts> counts = new HashMap<>();
    text.select(functions.posexplode(values).as(new String[] {"position", "value"}))
        .select(col("position"), expr(MissingText.IN_CSV.cleaned("value")).as("known"))
        .select(col("position"), col("known"), expr(number("known")).as("number"))
        .groupBy("position")
        .agg(
            functions.count("known"),
            functions.count("number"),
            functions.count(
                expr(
                    "CASE WHEN number = rint(number) AND known RLIKE '^[+-]?[0-9]{1,18}$' THEN 1 END")),
            functions.max(expr("CASE WHEN instr(known, '\uFFFD') > 0 THEN known END")))
        .collectAsList()
        .forEach(
            r ->
                counts.put(
                    r.getInt(0),
                    new Counts(r.getLong(1), r.getLong(2), r.getLong(3), r.getString(4))));
    return counts;
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
