package org.sparkradam.ml;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkradam.optim.Require;

/** The params that only logistic regression has; both are MLlib's. */
final class LogisticParams implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<String> FAMILIES = List.of("auto", "binomial", "multinomial");

  final Param<String> family;
  final DoubleParam threshold;

  LogisticParams(Params owner) {
    family =
        new Param<>(
            owner,
            "family",
            "label distribution: " + String.join(", ", FAMILIES),
            Validator.oneOf("family", FAMILIES));
    threshold =
        NumberParams.real(
            owner,
            "threshold",
            "threshold in binary classification prediction, in [0, 1]",
            Require::fraction);
  }

  void setDefaults(Params owner) {
    owner.setDefault(family, "auto");
    owner.setDefault(threshold, 0.5);
  }
}
