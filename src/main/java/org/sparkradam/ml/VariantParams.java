package org.sparkradam.ml;

import java.io.Serializable;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkradam.optim.NamedRules;
import org.sparkradam.optim.NamedSchedules;

/** The params of {@link HasOptimizerVariants}, as one stage owns them. */
final class VariantParams implements Serializable {
  private static final long serialVersionUID = 1L;

  final Param<String> epsilonPlacement;
  final Param<String> varianceModel;
  final Param<String> belowThreshold;
  final Param<String> warmup;
  final Param<String> schedule;

  VariantParams(Params owner) {
    epsilonPlacement =
        ChoiceParams.of(
            owner, NamedRules.EPSILON_PLACEMENT, "; not set: raw for radam, else corrected");
    varianceModel = ChoiceParams.of(owner, NamedRules.VARIANCE_MODEL, "");
    belowThreshold = ChoiceParams.of(owner, NamedRules.BELOW_THRESHOLD, "");
    warmup =
        new Param<>(
            owner,
            "warmup",
            "none, a number of steps, untuned-linear or untuned-exponential",
            Validator.text("warmup", text -> NamedSchedules.warmup(text, 0)));
    schedule =
        new Param<>(
            owner,
            "schedule",
            "cosine, constant, inverse-square-root, linear-decay or step, over the steps of the fit;"
                + " not set: constant for radam-schedule-free, else cosine",
            Validator.text("schedule", name -> NamedSchedules.schedule(name, 1)));
  }

  void setDefaults(Params owner) {
    owner.setDefault(varianceModel, NamedRules.VARIANCE_MODEL.otherwiseAsText());
    owner.setDefault(belowThreshold, NamedRules.BELOW_THRESHOLD.otherwiseAsText());
    owner.setDefault(warmup, "none");
    owner.setDefault(schedule, "cosine");
  }
}
