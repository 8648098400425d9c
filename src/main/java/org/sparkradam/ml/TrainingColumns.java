package org.sparkradam.ml;

import java.io.Serializable;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.shared.HasFeaturesCol;
import org.apache.spark.ml.param.shared.HasLabelCol;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.sparkradam.block.LabeledRow;

/**
 * The columns that a fit reads, and what may stand in them.
 *
 * @param weight null if all rows weigh 1
 */
record TrainingColumns(String features, String label, String weight, LabelKind kind)
    implements Serializable {

  /** The columns that a stage's params name. */
  static <S extends MiniBatchStage & HasFeaturesCol & HasLabelCol> TrainingColumns of(
      S stage, LabelKind kind) {
    String weight =
        ParamValue.<String>ifDefined(stage, stage.stageParams().objective.weightCol)
            .filter(name -> !name.isEmpty())
            .orElse(null);
    return new TrainingColumns(stage.getFeaturesCol(), stage.getLabelCol(), weight, kind);
  }

  /** Features, label and weight of every row, unchecked. */
  JavaRDD<Row> select(Dataset<?> table) {
    Column weights = weight == null ? functions.lit(1.0) : functions.col(weight).cast("double");
    return table
        .select(functions.col(features), functions.col(label).cast("double"), weights)
        .javaRDD();
  }

  /** A row that {@link #problem} has nothing against. */
  static LabeledRow labeled(Row row) {
    return new LabeledRow(row.getDouble(1), row.getDouble(2), row.getAs(0));
  }

  /** What is wrong with a row, if anything is. */
  Optional<String> problem(Row row) {
    if (row.isNullAt(0)) {
      return refused("features", features, "given", "null");
    }
    if (row.isNullAt(1) || !kind.allows(row.getDouble(1))) {
      return refused("label", label, kind.allowed(), row.get(1));
    }
    if (row.isNullAt(2) || !(row.getDouble(2) >= 0 && Double.isFinite(row.getDouble(2)))) {
      return refused("weight", weight, "at least 0 and finite", row.get(2));
    }
    return values(row.getAs(0));
  }

  private Optional<String> values(Vector vector) {
    double[] stored =
        vector instanceof SparseVector sparse ? sparse.values() : ((DenseVector) vector).values();
    for (double value : stored) {
      if (!Double.isFinite(value)) {
        return refused("features", features, "finite", value);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> refused(String role, String name, String right, Object value) {
    return Optional.of(
        "%s column '%s' must be %s in every row, but was %s in one"
            .formatted(role, name, right, value));
  }
}
