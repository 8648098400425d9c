package org.sparkradam.ml;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkradam.loss.Huber;

/** The params that only linear regression has; both are MLlib's. */
final class RegressionParams implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<String> LOSSES = List.of("squaredError", "huber");

  final Param<String> loss;
  final DoubleParam epsilon;

  RegressionParams(Params owner) {
    loss =
        new Param<>(
            owner,
            "loss",
            "the loss to be minimised: " + String.join(", ", LOSSES),
            Validator.oneOf("loss", LOSSES));
    epsilon =
        NumberParams.real(
            owner,
            "epsilon",
            "of huber: from how many scales on an error counts linearly (> 1)",
            (name, value) -> new Huber(value).epsilon());
  }

  void setDefaults(Params owner) {
    owner.setDefault(loss, "squaredError");
    owner.setDefault(epsilon, 1.35);
  }
}
