package org.sparkradam.table;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One line of a LIBSVM file: {@code label index:value …}, as svmlight, LIBSVM and scikit-learn read
 * it. Fields are set apart by blanks or tabs, {@code qid:} is passed over, and what follows a
 * {@code #} is a comment.
 */
final class LibsvmLine {
  static final StructType SCHEMA =
      new StructType()
          .add("label", DataTypes.DoubleType)
          .add("features", SQLDataTypes.VectorType())
          .add("dimension", DataTypes.IntegerType)
          .add("line", DataTypes.StringType)
          .add("reason", DataTypes.StringType);

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  static final String NOT_ONE_BASED = "indices are not one-based and ascending";

  private LibsvmLine() {}

  static boolean holdsRow(String line) {
    return !content(line).isEmpty();
  }

  private static String content(String line) {
    int comment = line.indexOf('#');
    String content = comment < 0 ? line : line.substring(0, comment);
    return content.replace("\uFEFF", "").strip();
  }

  /**
   * A row of {@link #SCHEMA}; the vector is as long as its own last index asks.
   *
   * @param first the index of the first feature, 0 or 1
   */
  static Row parse(String line, int first) {
    try {
      List<String> fields = List.of(BLANKS.split(content(line)));
      double label = Double.parseDouble(fields.get(0));
      return row(line, label, fields.stream().skip(1).filter(f -> !isQuery(f)).toList(), first);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return bad(line, "not in the form 'label index:value …'");
    }
  }

  private static Row row(String line, double label, List<String> elements, int first) {
    int[] indices = new int[elements.size()];
    double[] values = new double[elements.size()];
    int dimension = 0;
    for (int i = 0; i < indices.length; i++) {
      int colon = elements.get(i).indexOf(':');
      indices[i] = Integer.parseInt(elements.get(i).substring(0, colon)) - first;
      values[i] = Double.parseDouble(elements.get(i).substring(colon + 1));
      if (indices[i] < dimension || indices[i] == Integer.MAX_VALUE) {
        return bad(line, first == 1 ? NOT_ONE_BASED : "indices are not zero-based and ascending");
      }
      dimension = indices[i] + 1;
    }
    Vector features = Vectors.sparse(dimension, indices, values);
    return RowFactory.create(label, features, dimension, null, null);
  }

  /** What a row belongs to where rows are ranked. */
  private static boolean isQuery(String field) {
    return field.startsWith("qid:");
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
