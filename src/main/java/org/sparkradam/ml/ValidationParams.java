package org.sparkradam.ml;

import java.io.Serializable;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** The params of {@link HasValidation}, as one stage owns them. */
final class ValidationParams implements Serializable {
  private static final long serialVersionUID = 1L;

  final Param<String> validationIndicatorCol;
  final IntParam validationInterval;
  final IntParam validationPatience;

  ValidationParams(Params owner) {
    validationIndicatorCol =
        new Param<>(
            owner,
            "validationIndicatorCol",
            "column that is true in the rows held out for early stopping; not set: none",
            Validator.of("validationIndicatorCol", String.class));
    validationInterval =
        NumberParams.count(
            owner,
            "validationInterval",
            "steps between two evaluations on held-out rows (>= 1); not set: about an epoch",
            1);
    validationPatience =
        NumberParams.count(
            owner,
            "validationPatience",
            "evaluations without a new best after which training stops (>= 1)",
            1);
  }

  void setDefaults(Params owner) {
    owner.setDefault(validationPatience, 10);
  }
}
