package org.sparkradam.study.fit;

import java.util.Map;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.linalg.Vector;
import org.sparkradam.ml.Budget;
import org.sparkradam.study.StudyModel;
import org.sparkradam.table.PreparedTable;

/**
 * A model with the table that it was fitted to.
 *
 * @param fingerprint of the training rows
 * @param kind which kind of model was asked for
 * @param params of the stage that trained it, as text by name
 * @param budget the steps that the fit made, and the rows of each
 * @param model Spark's own
 * @param objective of each step's minibatch; without penalty where the model has no summary
 * @param seconds that the fit took
 */
public record FittedModel(
    PreparedTable table,
    String fingerprint,
    StudyModel kind,
    Map<String, String> params,
    Budget budget,
    PredictionModel<Vector, ?> model,
    double[] objective,
    double seconds) {}
