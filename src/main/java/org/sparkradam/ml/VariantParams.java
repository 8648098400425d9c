package org.sparkradam.ml;

import java.io.Serializable;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkradam.optim.BelowThreshold;
import org.sparkradam.optim.EpsilonPlacement;
import org.sparkradam.optim.NamedSchedules;
import org.sparkradam.optim.VarianceModel;

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
            owner,
            "epsilonPlacement",
            "where epsilon stands: %s; not set: raw for radam, else corrected",
            EpsilonPlacement.values());
    varianceModel =
        ChoiceParams.of(
            owner, "varianceModel", "what radam rectifies by: %s", VarianceModel.values());
    belowThreshold =
        ChoiceParams.of(
            owner,
            "belowThreshold",
            "what radam does below its threshold: %s",
            BelowThreshold.values());
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
            "cosine, constant, inverse-square-root, linear-decay or step, over the steps of the fit",
            Validator.text("schedule", name -> NamedSchedules.schedule(name, 1)));
  }

  void setDefaults(Params owner) {
    owner.setDefault(varianceModel, ChoiceParams.title(VarianceModel.FIRST_ORDER));
    owner.setDefault(belowThreshold, ChoiceParams.title(BelowThreshold.MOMENTUM));
    owner.setDefault(warmup, "none");
    owner.setDefault(schedule, "cosine");
  }
}
