package org.sparkradam.table.read;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.sparkradam.table.column.ColumnKind;
import org.sparkradam.table.column.MissingText;

/**
 * Decides which columns of a table of texts hold numbers, all in one job.
 *
 * <p>A column is numeric if at least 99 % of the values that are not missing are numbers, or all
 * but one of ten or more: the rest is then taken for mistakes rather than for categories.
 */
record CsvTypes(List<String> categorical, Optional<StructType> like) {
  private static final double NUMERIC_SHARE = 0.99;
  private static final long ENOUGH_TO_FORGIVE_ONE = 10;
  private static final char REPLACEMENT = '\uFFFD';

  /**
   * What the texts of a table tell.
   *
   * @param replaced a text by the column that holds it, in which a character could not be read
   * @param fits whether every line has as many fields as there are columns, and every value of a
   *     numeric column is a number
   */
  record Inferred(StructType schema, Map<String, String> replaced, boolean fits) {}

  /**
   * @param text of which lines that do not fit are not counted
   */
  Inferred infer(HeldText text) {
    List<String> columns = text.columns();
    Found none = new Found(text.layout(), columns.size());
    Found found =
        text.lines()
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .treeAggregate(none, Found::add, Found::plus);
    List<StructField> fields = new ArrayList<>();
    Map<String, String> replaced = new LinkedHashMap<>();
    boolean fits = found.misfits == 0;
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i);
      Counts counts = found.columns[i];
      fields.add(DataTypes.createStructField(name, type(name, counts), true));
      fits &= counts.known == counts.numbers || !isNumeric(name, counts);
      if (counts.replaced != null) {
        replaced.put(name, counts.replaced);
      }
    }
    return new Inferred(DataTypes.createStructType(fields), replaced, fits);
  }

  /** What the lines are. Not thread-safe. */
  private static final class Found implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HeldText.Layout layout;
    private final Counts[] columns;
    private long misfits;

    Found(HeldText.Layout layout, int columns) {
      this.layout = layout;
      this.columns = Stream.generate(Counts::new).limit(columns).toArray(Counts[]::new);
    }

    Found add(InternalRow line) {
      if (!line.isNullAt(layout.misfit(columns.length))) {
        misfits++;
        return this;
      }
      SpecializedGetters fields = layout.fields(line);
      for (int i = 0; i < columns.length; i++) {
        if (!fields.isNullAt(i)) {
          MissingText.IN_CSV.known(fields.getUTF8String(i).toString()).ifPresent(columns[i]::add);
        }
      }
      return this;
    }

    Found plus(Found other) {
      misfits += other.misfits;
      for (int i = 0; i < columns.length; i++) {
        columns[i].plus(other.columns[i]);
      }
      return this;
    }
  }

  /** What the values of a column are. Not thread-safe. */
  private static final class Counts implements Serializable {
    private static final long serialVersionUID = 1L;

    private long known;
    private long numbers;
    private long integers;
    private String replaced;

    void add(String text) {
      known++;
      if (CsvNumber.value(text) != null) {
        numbers++;
        integers += CsvNumber.isInteger(text) ? 1 : 0;
      }
      if (text.indexOf(REPLACEMENT) >= 0) {
        replaced = text;
      }
    }

    void plus(Counts other) {
      known += other.known;
      numbers += other.numbers;
      integers += other.integers;
      replaced = replaced == null ? other.replaced : replaced;
    }

    boolean areNumbers() {
      long others = known - numbers;
      return numbers > 0
          && (numbers >= NUMERIC_SHARE * known || (others == 1 && known >= ENOUGH_TO_FORGIVE_ONE));
    }
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
