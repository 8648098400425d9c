package org.sparkradam.table.read;

import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.sparkradam.table.column.MissingText;

/**
 * A table of texts in the types that its columns are found to be of: text, whole numbers, numbers.
 * One loop does so for all columns, where a cast of each is code of its own that the JVM compiles,
 * or is interpreted where columns are thousands.
 */
final class TypedText implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HeldText.Layout layout;
  private final DataType[] types;

  private TypedText(HeldText.Layout layout, StructType schema) {
    this.layout = layout;
    this.types = new DataType[schema.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = schema.apply(i).dataType();
    }
  }

  /**
   * The rows of a table with types; what is no number where one should be is null.
   *
   * @param schema of the fields, in their order
   */
  static Dataset<Row> of(HeldText text, StructType schema) {
    TypedText typed = new TypedText(text.layout(), schema);
    JavaRDD<InternalRow> rows = text.lines().queryExecution().toRdd().toJavaRDD().map(typed::read);
    return table(text.lines().sparkSession(), rows.rdd(), schema);
  }

  /** Valid until the next line is asked for, since texts are where the line has them. */
  private InternalRow read(InternalRow line) {
    SpecializedGetters fields = layout.fields(line);
    Object[] values = new Object[types.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = fields.isNullAt(i) ? null : value(fields.getUTF8String(i), types[i]);
    }
    return new GenericInternalRow(values);
  }

  private static Object value(UTF8String text, DataType type) {
    if (type.equals(DataTypes.StringType)) {
      return text;
    }
    String trimmed = MissingText.trimmed(text.toString());
    if (type.equals(DataTypes.LongType)) {
      return CsvNumber.integer(trimmed);
    }
    return CsvNumber.value(trimmed);
  }

  /**
   * By name, since the class that has the method is another one from Spark 4 on. The public ways to
   * a table make objects of each value on their way.
   */
  @SuppressWarnings("unchecked")
  private static Dataset<Row> table(
      SparkSession session, RDD<InternalRow> rows, StructType schema) {
    try {
      return (Dataset<Row>)
          session
              .getClass()
              .getMethod("internalCreateDataFrame", RDD.class, StructType.class, boolean.class)
              .invoke(session, rows, schema, false);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Spark's SparkSession is not what it was", e);
    }
  }
}
