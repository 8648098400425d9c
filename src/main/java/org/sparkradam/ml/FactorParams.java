package org.sparkradam.ml;

import java.io.Serializable;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Params;
import org.sparkradam.optim.Require;

/** The params of {@link HasFactors}, as one stage owns them. */
final class FactorParams implements Serializable {
  private static final long serialVersionUID = 1L;

  final IntParam factorSize;
  final BooleanParam fitLinear;
  final DoubleParam initStd;

  FactorParams(Params owner) {
    factorSize =
        NumberParams.count(owner, "factorSize", "length of each feature's factors (>= 1)", 1);
    fitLinear = new FlagParam(owner, "fitLinear", "whether to fit linear terms");
    initStd =
        NumberParams.real(
            owner,
            "initStd",
            "standard deviation of the factors to start with (>= 0)",
            Require::nonNegative);
  }

  void setDefaults(Params owner) {
    owner.setDefault(factorSize, 8);
    owner.setDefault(fitLinear, true);
    owner.setDefault(initStd, 0.01);
  }
}
