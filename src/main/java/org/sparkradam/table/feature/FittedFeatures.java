package org.sparkradam.table.feature;

import java.util.List;
import org.apache.spark.ml.PipelineModel;

/**
 * Features as they were fitted.
 *
 * @param preparation what is saved
 * @param ofFold what makes the training rows of each fold, where their labels must not be seen;
 *     else empty
 * @param notes what became of the columns, for the console
 */
public record FittedFeatures(
    FeaturePlan plan, PipelineModel preparation, List<PipelineModel> ofFold, List<String> notes) {}
