package org.sparkradam.table.read;

import static org.apache.spark.sql.functions.base64;
import static org.apache.spark.sql.functions.to_json;

import java.util.stream.Stream;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
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
import org.sparkradam.table.column.Sql;

/** What types of columns the tables of a format hold, and what others become there. */
public enum StoredTypes {
  /** All that Spark has. */
  ALL {
    @Override
    Column fitted(StructField field) {
      Column column = Sql.column(field.name());
      return isStorable(field.dataType()) ? column : column.cast("string").as(field.name());
    }
  },

  /** Those of SQL: vectors, which are MLlib's own, become arrays. */
  OF_SQL {
    @Override
    Column fitted(StructField field) {
      return isVector(field) ? array(field).as(field.name()) : ALL.fitted(field);
    }
  },

  /** One value a field: what has parts becomes JSON. */
  FLAT {
    @Override
    Column fitted(StructField field) {
      Column column = ALL.fitted(field);
      if (isVector(field)) {
        return to_json(array(field)).as(field.name());
      } else if (field.dataType() instanceof BinaryType) {
        return base64(column).as(field.name());
      }
      return hasParts(field.dataType()) ? to_json(column).as(field.name()) : column;
    }
  };

  /** Rows in types that can be written. */
  public Dataset<Row> of(Dataset<Row> rows) {
    return rows.select(Stream.of(rows.schema().fields()).map(this::fitted).toArray(Column[]::new));
  }

  abstract Column fitted(StructField field);

  /** Nothing has a type that holds none, and calendars' intervals none that files know. */
  private static boolean isStorable(DataType type) {
    return !(type instanceof NullType || type instanceof CalendarIntervalType);
  }

  private static boolean isVector(StructField field) {
    return SQLDataTypes.VectorType().equals(field.dataType());
  }

  private static Column array(StructField field) {
    return functions.vector_to_array(Sql.column(field.name()), "float64");
  }

  private static boolean hasParts(DataType type) {
    return type instanceof StructType
        || type instanceof ArrayType
        || type instanceof MapType
        || type.typeName().equals("variant"); // a class that Spark 3.5 does not have
  }
}
