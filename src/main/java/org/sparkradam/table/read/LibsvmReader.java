package org.sparkradam.table.read;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.sparkradam.table.column.BadInputException;
import org.sparkradam.table.column.BadRows;

/**
 * LIBSVM text, read line by line so that a malformed line is one bad row and not the end. Spark's
 * own source fails on the first of them. The declared dimension counts; without one, the largest
 * index of the first table.
 *
 * @param arranged what is done to the lines before they are looked at
 */
record LibsvmReader(SparkSession session, TableSpec spec, UnaryOperator<Dataset<Row>> arranged)
    implements TableReader {

  @Override
  public ReadTable read(TableLocation location, Optional<StructType> like) {
    Dataset<Row> parsed = arranged.apply(parsed(location.paths()));
    return Persisting.unlessItFails(
        parsed, StorageLevel.DISK_ONLY(), () -> read(parsed, location.title(), like));
  }

  private ReadTable read(Dataset<Row> parsed, String path, Optional<StructType> like) {
    List<BadRows> bad = BadRows.find(parsed, col("reason"), BadRows.shortened(col("line")));
    BadRows.settle(bad, spec.badRows(), path, remedy(bad));
    int d = dimension(path, parsed, like);
    Dataset<Row> rows = sized(parsed.where("reason IS NULL"), d);
    return new ReadTable(new Condition(spec.where()).of(rows), bad, List.of(parsed));
  }

  private static String remedy(List<BadRows> bad) {
    boolean mayBeZeroBased =
        bad.stream().anyMatch(rows -> rows.reason().equals(LibsvmLine.NOT_ONE_BASED));
    return mayBeZeroBased ? ", --zero-based reads files whose first index is 0" : "";
  }

  private Dataset<Row> parsed(List<String> paths) {
    int first = spec.zeroBased() ? 0 : 1;
    return session
        .read()
        .options(spec.options().values())
        .textFile(paths.toArray(String[]::new))
        .filter((FilterFunction<String>) LibsvmLine::holdsRow)
        .map(
            (MapFunction<String, Row>) line -> LibsvmLine.parse(line, first),
            Encoders.row(LibsvmLine.SCHEMA));
  }

  private int dimension(String path, Dataset<Row> parsed, Optional<StructType> like) {
    Row largest = parsed.agg(max("dimension")).first();
    int needed = largest.isNullAt(0) ? 0 : largest.getInt(0);
    OptionalInt set =
        like.isPresent() ? OptionalInt.of(dimensionOf(like.get())) : spec.numFeatures();
    if (set.isPresent() && needed > set.getAsInt()) {
      throw new BadInputException(
          String.format(
              Locale.ROOT,
              "%s: it holds index %d, but the number of features is %d%s; --num-features %d fits",
              path,
              needed,
              set.getAsInt(),
              like.isPresent() ? " as in the training data" : "",
              needed));
    }
    return set.orElse(needed);
  }

  private static int dimensionOf(StructType schema) {
    return AttributeGroup.fromStructField(schema.apply("features")).size();
  }

  private static Dataset<Row> sized(Dataset<Row> parsed, int d) {
    // Spark may ask before it has left out the lines that hold none.
    UDF1<Vector, Vector> resize =
        features -> features == null ? null : LibsvmLine.resized(features, d);
    return parsed.select(
        col("label"),
        udf(resize, SQLDataTypes.VectorType())
            .apply(col("features"))
            .as("features", new AttributeGroup("features", d).toMetadata()));
  }

  /**
   * One line of a LIBSVM file: {@code label index:value …}, as svmlight, LIBSVM and scikit-learn
   * read it. Fields are set apart by blanks or tabs, {@code qid:} is passed over, and what follows
   * a {@code #} is a comment.
   */
  private static final class LibsvmLine {
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
}
