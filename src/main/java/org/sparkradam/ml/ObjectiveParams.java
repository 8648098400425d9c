package org.sparkradam.ml;

import java.io.Serializable;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.sparkradam.ml.internal.param.FlagParam;
import org.sparkradam.ml.internal.param.NumberParams;
import org.sparkradam.ml.internal.param.Validator;
import org.sparkradam.optim.Require;

/**
 * The params of what is minimised, as one stage owns them; all but {@code classWeight} are MLlib's.
 */
final class ObjectiveParams implements Serializable {
  private static final long serialVersionUID = 1L;

  final Param<String> weightCol;
  final Param<String> classWeight;
  final DoubleParam regParam;
  final DoubleParam elasticNetParam;
  final BooleanParam fitIntercept;
  final BooleanParam standardization;

  ObjectiveParams(Params owner) {
    weightCol =
        new Param<>(
            owner,
            "weightCol",
            "column of the rows' weights; not set or empty: all weigh 1",
            Validator.of("weightCol", String.class));
    classWeight =
        new Param<>(
            owner,
            "classWeight",
            "what rows weigh by their class: none, balanced, or numbers, one a class",
            Validator.text("classWeight", ClassWeights::parse));
    regParam =
        NumberParams.real(
            owner, "regParam", "regularization parameter (>= 0)", Require::nonNegative);
    elasticNetParam =
        NumberParams.real(
            owner, "elasticNetParam", "share of L1 in the penalty, in [0, 1]", Require::fraction);
    fitIntercept = new FlagParam(owner, "fitIntercept", "whether to fit an intercept term");
    standardization =
        new FlagParam(
            owner,
            "standardization",
            "whether the penalty is on the coefficients of standardised features");
  }

  /** Of what has a penalty and an intercept. */
  void setPenaltyDefaults(Params owner) {
    owner.setDefault(regParam, 0.0);
    owner.setDefault(fitIntercept, true);
  }

  /** Of a linear model. */
  void setLinearDefaults(Params owner) {
    setPenaltyDefaults(owner);
    owner.setDefault(standardization, true);
  }

  /** Of a classifier. */
  void setClassDefaults(Params owner) {
    owner.setDefault(classWeight, "none");
  }

  void setElasticNetDefaults(Params owner) {
    owner.setDefault(elasticNetParam, 0.0);
  }

  /** The params of {@link HasFactors}, as one stage owns them. */
  static final class FactorParams implements Serializable {
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
}
