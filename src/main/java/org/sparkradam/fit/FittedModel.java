package org.sparkradam.fit;

import java.util.Map;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.linalg.Vector;
import org.sparkradam.fit.model.ModelSpec;
import org.sparkradam.table.PreparedTable;
import org.sparkradam.train.TrainingPlan;

/**
 * A model with the table that it was fitted to.
 *
 * @param kind which kind of model was asked for
 * @param params of the stage that trained it, as text by name
 * @param done what training did, its steps being those that were made
 * @param model Spark's own
 * @param objective of each step's minibatch; without penalty where the model has no summary
 * @param seconds that the fit took
 */
public record FittedModel(
    PreparedTable table,
    ModelSpec kind,
    Map<String, String> params,
    TrainingPlan done,
    PredictionModel<Vector, ?> model,
    double[] objective,
    double seconds) {}
