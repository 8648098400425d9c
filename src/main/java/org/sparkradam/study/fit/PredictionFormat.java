package org.sparkradam.study.fit;

import static org.apache.spark.sql.functions.base64;
import static org.apache.spark.sql.functions.to_json;

import java.util.stream.Stream;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.CalendarIntervalType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** How predictions are written down. */
public enum PredictionFormat {
  /** Every column as it is. */
  PARQUET {
    @Override
    public void write(Dataset<Row> rows, String path) {
      Column[] columns =
          Stream.of(rows.schema().fields())
              .map(field -> isStorable(field.dataType()) ? given(rows, field) : text(rows, field))
              .toArray(Column[]::new);
      writer(rows.select(columns)).parquet(path);
    }
  },

  /** With a header in each file; what has parts is JSON in a field. */
  CSV {
    @Override
    public void write(Dataset<Row> rows, String path) {
      Column[] fields =
          Stream.of(rows.schema().fields()).map(field -> text(rows, field)).toArray(Column[]::new);
      writer(rows.select(fields)).option("header", true).option("escape", "\"").csv(path);
    }
  };

  /** Writes rows to a folder; one that is there is replaced. */
  public abstract void write(Dataset<Row> rows, String path);

  private static DataFrameWriter<Row> writer(Dataset<Row> rows) {
    return rows.write().mode("overwrite");
  }

  /** Nothing has a type that holds none, and calendars' intervals none that files know. */
  private static boolean isStorable(DataType type) {
    return !(type instanceof NullType || type instanceof CalendarIntervalType);
  }

  private static Column given(Dataset<Row> rows, StructField field) {
    return PlainColumns.column(rows, field.name());
  }

  /** A field of text, or of what Spark writes as such by itself. */
  private static Column text(Dataset<Row> rows, StructField field) {
    Column column = given(rows, field);
    DataType type = field.dataType();
    if (SQLDataTypes.VectorType().equals(type)) {
      return to_json(functions.vector_to_array(column, "float64")).as(field.name());
    } else if (type instanceof BinaryType) {
      return base64(column).as(field.name());
    } else if (!isStorable(type)) {
      return column.cast("string").as(field.name());
    }
    return hasParts(type) ? to_json(column).as(field.name()) : column;
  }

  private static boolean hasParts(DataType type) {
    return type instanceof StructType
        || type instanceof ArrayType
        || type instanceof MapType
        || type.typeName().equals("variant"); // a class that Spark 3.5 does not have
  }
}
