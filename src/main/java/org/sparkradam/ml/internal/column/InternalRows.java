package org.sparkradam.ml.internal.column;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/**
 * The rows of a table as Spark computes them, without the objects that its public rows are made of
 * and that cost several times what is read. A row is valid until the next one is asked for. The one
 * place of this room that knows Spark's internal rows.
 */
public final class InternalRows {
  /** Fields of a vector as Spark stores it; an array that is not there is null. */
  private static final int TYPE = 0;

  private static final int SIZE = 1;
  private static final int INDICES = 2;
  private static final int VALUES = 3;
  private static final int FIELDS = 4;
  private static final byte SPARSE = 0;

  private InternalRows() {}

  /** In the order and partitions of the table. */
  public static JavaRDD<InternalRow> of(Dataset<?> table) {
    return table.queryExecution().toRdd().toJavaRDD();
  }

  /** The vector of a column that is not null. */
  static Vector vector(InternalRow row, int column) {
    InternalRow fields = row.getStruct(column, FIELDS);
    double[] values = fields.getArray(VALUES).toDoubleArray();
    return fields.getByte(TYPE) == SPARSE
        ? Vectors.sparse(fields.getInt(SIZE), fields.getArray(INDICES).toIntArray(), values)
        : Vectors.dense(values);
  }

  /** The number of elements of such a vector. */
  static int vectorSize(InternalRow row, int column) {
    InternalRow fields = row.getStruct(column, FIELDS);
    return fields.getByte(TYPE) == SPARSE
        ? fields.getInt(SIZE)
        : fields.getArray(VALUES).numElements();
  }

  /** Whether an array that is not null has a null in it. */
  static boolean lacksElement(InternalRow row, int column) {
    ArrayData array = row.getArray(column);
    for (int i = 0; i < array.numElements(); i++) {
      if (array.isNullAt(i)) {
        return true;
      }
    }
    return false;
  }
}
