"""The keywords of the stages' constructors and setParams, for type checkers and editors."""

from __future__ import annotations

from typing import TypedDict

from pyspark.ml.linalg import Vector


class Columns(TypedDict, total=False):
    featuresCol: str
    featuresCols: list[str]
    labelCol: str
    predictionCol: str
    weightCol: str


class Budget(TypedDict, total=False):
    maxIter: int
    tol: float
    stepSize: float
    batchSize: int
    numPartitions: int
    aggregationDepth: int
    seed: int
    trainOn: str
    shuffle: str
    featurePrecision: str


class Rule(TypedDict, total=False):
    solver: str
    beta1: float
    beta2: float
    adamEpsilon: float
    rhoThreshold: float
    momentum: float
    nesterov: bool
    momentumDecay: float
    weightDecay: float
    gradientClip: float
    scaleRateFrom: int
    sparseStep: str
    epsilonPlacement: str
    varianceModel: str
    belowThreshold: str
    warmup: str
    schedule: str


class Fit(Columns, Budget, Rule, total=False):
    validationIndicatorCol: str
    validationInterval: int
    validationPatience: int
    checkpointDir: str
    checkpointInterval: int
    metricsPath: str
    initialModelPath: str


class Penalty(TypedDict, total=False):
    regParam: float
    fitIntercept: bool


class Classes(TypedDict, total=False):
    rawPredictionCol: str
    classWeight: str


class Probabilities(Classes, total=False):
    probabilityCol: str
    thresholds: list[float]


class Factors(Penalty, total=False):
    factorSize: int
    fitLinear: bool
    initStd: float


class LogisticRegressionKeywords(Fit, Penalty, Probabilities, total=False):
    standardization: bool
    elasticNetParam: float
    family: str
    threshold: float


class LinearRegressionKeywords(Fit, Penalty, total=False):
    standardization: bool
    elasticNetParam: float
    loss: str
    epsilon: float


class LinearSVCKeywords(Fit, Penalty, Classes, total=False):
    standardization: bool
    threshold: float


class FMClassifierKeywords(Fit, Factors, Probabilities, total=False):
    pass


class FMRegressorKeywords(Fit, Factors, total=False):
    pass


class MultilayerPerceptronClassifierKeywords(Fit, Probabilities, total=False):
    layers: list[int]
    initialWeights: Vector
