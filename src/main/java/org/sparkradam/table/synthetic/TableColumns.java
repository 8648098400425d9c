package org.sparkradam.table.synthetic;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of a table beside {@link #TIME} and {@link #LABEL}. */
record TableColumns(List<NumericColumn> numeric, List<CategoricalColumn> categorical)
    implements Serializable {
  /** The row's number divided by the number of rows, in [0, 1). */
  static final String TIME = "time";

  static final String LABEL = "label";

  static TableColumns of(SyntheticSpec spec, RowRandom random) {
    return new TableColumns(
        IntStream.range(0, spec.numeric())
            .mapToObj(column -> NumericColumn.of(column, spec.missing(), random))
            .toList(),
        IntStream.range(0, spec.categorical()).mapToObj(CategoricalColumn::of).toList());
  }

  /** Time, numeric columns, text columns, label. */
  StructType schema(Target target) {
    StructType schema = new StructType().add(TIME, DataTypes.DoubleType, false);
    for (NumericColumn column : numeric) {
      schema = schema.add(column.name(), column.type(), column.missing() > 0);
    }
    for (CategoricalColumn column : categorical) {
      schema = schema.add(column.name(), DataTypes.StringType, false);
    }
    return schema.add(LABEL, labelType(target), false);
  }

  private static DataType labelType(Target target) {
    return target instanceof Target.Classes ? DataTypes.IntegerType : DataTypes.DoubleType;
  }
}
