"""What a stage is asked to minimise; names, meaning and defaults are MLlib's."""

from __future__ import annotations

from org.sparkradam.ml._declare import flag, getter, real, setter, text, whole
from pyspark.ml.param import Params
from pyspark.ml.param.shared import (
    HasElasticNetParam,
    HasFitIntercept,
    HasRegParam,
    HasStandardization,
    HasWeightCol,
)


class HasWeights(HasWeightCol):
    """Rows that count by a weight."""

    weightCol = text("weightCol", "column of the rows' weights; not set or empty: all weigh 1")
    setWeightCol = setter(weightCol)


class HasPenalty(HasRegParam, HasFitIntercept):
    """A penalty and an intercept."""

    regParam = real("regParam", "regularization parameter (>= 0)", 0.0)
    setRegParam = setter(regParam)

    fitIntercept = flag("fitIntercept", "whether to fit an intercept term", True)
    setFitIntercept = setter(fitIntercept)


class HasLinearObjective(HasWeights, HasPenalty, HasStandardization):
    """The objective of a linear model, no penalty being on the intercept."""

    standardization = flag(
        "standardization",
        "whether the penalty is on the coefficients of standardised features",
        True,
    )
    setStandardization = setter(standardization)


class HasElasticNet(HasElasticNetParam):
    """The mix of penalties."""

    elasticNetParam = real("elasticNetParam", "share of L1 in the penalty, in [0, 1]", 0.0)
    setElasticNetParam = setter(elasticNetParam)


class HasClassWeight(Params):
    """Classes that count by a weight, which multiplies those of their rows."""

    classWeight = text(
        "classWeight",
        "what rows weigh by their class: none, balanced, or numbers, one a class",
        "none",
    )
    getClassWeight = getter(classWeight)
    setClassWeight = setter(classWeight)


class HasFactors(HasPenalty, HasWeights):
    """A factorization machine."""

    factorSize = whole("factorSize", "length of each feature's factors (>= 1)", 8)
    getFactorSize = getter(factorSize)
    setFactorSize = setter(factorSize)

    fitLinear = flag("fitLinear", "whether to fit linear terms", True)
    getFitLinear = getter(fitLinear)
    setFitLinear = setter(fitLinear)

    initStd = real(
        "initStd", "standard deviation of the factors to start with (>= 0)", 0.01
    )
    getInitStd = getter(initStd)
    setInitStd = setter(initStd)
