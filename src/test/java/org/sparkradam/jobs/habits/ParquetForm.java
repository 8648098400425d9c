package org.sparkradam.jobs.habits;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * Columns with types.
 *
 * @param tool which of the types that hold a column's values is taken; tools differ in it
 */
record ParquetForm(SparkSession session, int tool) implements Form {
  @Override
  public Path write(DrawnTable table, Path folder, String name) {
    Path path = folder.resolve(name + ".parquet");
    StructType schema = new StructType();
    for (Field field : table.fields()) {
      schema = schema.add(field.name(), type(field));
    }
    List<Row> rows = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      Object[] values = new Object[row.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = stored(row.get(i), schema.fields()[i].dataType());
      }
      rows.add(RowFactory.create(values));
    }
    session.createDataFrame(rows, schema).coalesce(1).write().parquet(path.toString());
    return path;
  }

  private DataType type(Field field) {
    List<DataType> types = field.kind().types();
    return types.get(tool % types.size());
  }

  private static Object stored(Object value, DataType type) {
    if (!(value instanceof Number number)) {
      return value;
    } else if (type.equals(DataTypes.DoubleType)) {
      return number.doubleValue();
    } else if (type.equals(DataTypes.IntegerType)) {
      return number.intValue();
    } else if (type.equals(DataTypes.ShortType)) {
      return number.shortValue();
    } else if (type instanceof DecimalType) {
      return new BigDecimal(number.toString());
    }
    return value;
  }

  @Override
  public List<String> options(DrawnTable table, Set<String> known) {
    return List.of();
  }

  @Override
  public boolean meansTheSameAs(Form other) {
    return other instanceof ParquetForm || other.meansTheSameAs(this);
  }
}
