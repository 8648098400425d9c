package org.sparkradam.ml;

import java.io.Serializable;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.shared.HasFeaturesCol;
import org.apache.spark.ml.param.shared.HasLabelCol;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.sparkradam.block.LabeledRow;

/**
 * The columns that a fit reads, and what may stand in them.
 *
 * @param weight null if all rows weigh 1
 * @param heldOut whether a row is held out of training; null if none is
 */
record TrainingColumns(
    String features,
    String label,
    String weight,
    String heldOut,
    LabelKind kind,
    ClassWeights classWeights)
    implements Serializable {
  private static final int FEATURES = 0;
  private static final int LABEL = 1;
  private static final int WEIGHT = 2;
  private static final int HELD_OUT = 3;

  /** The columns that a stage's params name. */
  static <S extends MiniBatchStage & HasFeaturesCol & HasLabelCol> TrainingColumns of(
      S stage, LabelKind kind) {
    return new TrainingColumns(
        stage.getFeaturesCol(),
        stage.getLabelCol(),
        named(stage, stage.stageParams().objective.weightCol),
        named(stage, stage.stageParams().validation.validationIndicatorCol),
        kind,
        ClassWeights.of(stage));
  }

  private static String named(MiniBatchStage stage, Param<String> column) {
    return ParamValue.<String>ifDefined(stage, column).filter(name -> !name.isEmpty()).orElse(null);
  }

  TrainingColumns with(ClassWeights weights) {
    return new TrainingColumns(features, label, weight, heldOut, kind, weights);
  }

  boolean holdsOut() {
    return heldOut != null;
  }

  /** Features, label, weight and whether it is held out, of every row, unchecked. */
  JavaRDD<InternalRow> select(Dataset<?> table) {
    return InternalRows.of(
        table.select(
            functions.col(features),
            functions.col(label).cast("double"),
            weight == null ? functions.lit(1.0) : functions.col(weight).cast("double"),
            heldOut == null ? functions.lit(false) : functions.col(heldOut).cast("boolean")));
  }

  /** A row that {@link #problem} has nothing against, with its class's weight in its own. */
  LabeledRow labeled(InternalRow row) {
    double label = row.getDouble(LABEL);
    return new LabeledRow(
        label, row.getDouble(WEIGHT) * classWeights.of(label), InternalRows.vector(row, FEATURES));
  }

  static boolean isHeldOut(InternalRow row) {
    return row.getBoolean(HELD_OUT);
  }

  /** What is wrong with a row, its features' values aside, if anything is. */
  Optional<String> problem(InternalRow row) {
    if (row.isNullAt(FEATURES)) {
      return refused("features", features, "given", "null");
    }
    if (row.isNullAt(LABEL) || !kind.allows(row.getDouble(LABEL))) {
      return refused("label", label, kind.allowed(), value(row, LABEL));
    }
    if (row.isNullAt(WEIGHT) || !isWeight(row.getDouble(WEIGHT))) {
      return refused("weight", weight, "at least 0 and finite", value(row, WEIGHT));
    }
    if (row.isNullAt(HELD_OUT)) {
      return refused("validation indicator", heldOut, "true or false", "null");
    }
    return Optional.empty();
  }

  private static Double value(InternalRow row, int column) {
    return row.isNullAt(column) ? null : (Double) row.getDouble(column);
  }

  private static boolean isWeight(double value) {
    return value >= 0 && Double.isFinite(value);
  }

  /** What is wrong with a row's features, if anything is. */
  Optional<String> problem(Vector vector) {
    if (vector.size() == 0) {
      return refused("features", features, "a vector of at least one element", "empty");
    }
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
