package org.sparkradam.table.column;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What SQL cannot see of a vector. */
public final class VectorFacts {
  private VectorFacts() {}

  /** In SQL, the type of a struct with a vector {@code v}, as {@code from_json} takes it. */
  static final String JSON_TYPE =
      Sql.text(new StructType().add("v", SQLDataTypes.VectorType()).json());

  /** Null where there is none, or where it has a null in it. */
  static Column ofArray(Column array) {
    Column whole = array.isNotNull().and(not(exists(array, Column::isNull)));
    return when(whole, array_to_vector(array.cast("array<double>")));
  }

  /** The number of elements of a vector. */
  public static Column size(Column vector) {
    UDF1<Vector, Integer> size = v -> v == null ? null : v.size();
    return udf(size, DataTypes.IntegerType).apply(vector);
  }

  /** The largest magnitude; not a number if one of the values is not finite. */
  static Column magnitude(Column vector) {
    UDF1<Vector, Double> magnitude = v -> v == null ? null : magnitude(v);
    return udf(magnitude, DataTypes.DoubleType).apply(vector);
  }

  /** The largest absolute value of a vector; NaN if an element is none. */
  public static double magnitude(Vector vector) {
    double largest = 0;
    double[] values = vector instanceof SparseVector sparse ? sparse.values() : vector.toArray();
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return Double.NaN;
      }
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
