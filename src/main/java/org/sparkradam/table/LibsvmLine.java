package org.sparkradam.table;

import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.mllib.util.MLUtils$;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple3;

/** One line of a LIBSVM file, parsed by MLlib: {@code label index:value …}. */
final class LibsvmLine {
  static final StructType SCHEMA =
      new StructType()
          .add("label", DataTypes.DoubleType)
          .add("features", SQLDataTypes.VectorType())
          .add("dimension", DataTypes.IntegerType)
          .add("line", DataTypes.StringType)
          .add("reason", DataTypes.StringType);

  private LibsvmLine() {}

  static boolean holdsRow(String line) {
    return !line.isBlank() && !line.strip().startsWith("#");
  }

  /** A row of {@link #SCHEMA}; the vector is as long as its own last index asks. */
  static Row parse(String line) {
    try {
      Tuple3<Object, int[], double[]> parsed = MLUtils$.MODULE$.parseLibSVMRecord(line.strip());
      int[] indices = parsed._2();
      int dimension = indices.length == 0 ? 0 : indices[indices.length - 1] + 1;
      Vector features = Vectors.sparse(dimension, indices, parsed._3());
      return RowFactory.create(parsed._1(), features, dimension, null, null);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return bad(line, "not in the form 'label index:value …'");
    } catch (IllegalArgumentException e) {
      return bad(line, "indices are not one-based and ascending");
    }
  }

  private static Row bad(String line, String reason) {
    return RowFactory.create(null, null, null, line, reason);
  }

  /** The same vector in d dimensions. */
  static Vector resized(Vector features, int d) {
    SparseVector sparse = (SparseVector) features;
    return Vectors.sparse(d, sparse.indices(), sparse.values());
  }
}
