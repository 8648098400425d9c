"""The six stages, each with what makes it train quickly and the model that it returns."""

from pyspark.ml.classification import (
    FMClassificationModel,
    LinearSVCModel,
    LogisticRegressionModel,
    MultilayerPerceptronClassificationModel,
)
from pyspark.ml.regression import FMRegressionModel, LinearRegressionModel

import sparkradam

QUICK = {"maxIter": 100, "numPartitions": 2}

STAGES = {
    sparkradam.MiniBatchLogisticRegression: ({}, LogisticRegressionModel),
    sparkradam.MiniBatchLinearSVC: ({}, LinearSVCModel),
    sparkradam.MiniBatchFMClassifier: ({"factorSize": 2}, FMClassificationModel),
    sparkradam.MiniBatchMultilayerPerceptronClassifier: (
        {"layers": [4, 6, 2]},
        MultilayerPerceptronClassificationModel,
    ),
    sparkradam.MiniBatchLinearRegression: ({"labelCol": "score"}, LinearRegressionModel),
    sparkradam.MiniBatchFMRegressor: ({"labelCol": "score", "factorSize": 2}, FMRegressionModel),
}

KINDS = sorted(STAGES, key=lambda kind: kind.__name__)


def quick(kind):
    return kind(**QUICK, **STAGES[kind][0])


def weights(model):
    """All numbers that a model has learned."""
    kind = type(model)
    if kind is MultilayerPerceptronClassificationModel:
        return list(model.weights)
    if kind in (FMClassificationModel, FMRegressionModel):
        return [*model.factors.values, *model.linear, model.intercept]
    return [*model.coefficients, model.intercept]
