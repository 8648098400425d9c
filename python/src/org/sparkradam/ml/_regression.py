"""Stages that predict numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from org.sparkradam.ml._declare import getter, real, setter, text
from org.sparkradam.ml._objective import HasElasticNet, HasFactors, HasLinearObjective
from org.sparkradam.ml._optimizer import HasFullBatchSolver
from org.sparkradam.ml._stage import MiniBatchStage
from pyspark import keyword_only
from pyspark.ml.param.shared import HasLoss
from pyspark.ml.regression import FMRegressionModel, LinearRegressionModel, _JavaRegressor
from pyspark.ml.util import JavaMLReadable, JavaMLWritable

if TYPE_CHECKING:
    from org.sparkradam.ml._keywords import FMRegressorKeywords, LinearRegressionKeywords
    from typing_extensions import Unpack


class MiniBatchLinearRegression(
    HasFullBatchSolver,
    MiniBatchStage,
    HasLinearObjective,
    HasElasticNet,
    HasLoss,
    _JavaRegressor[LinearRegressionModel],
    JavaMLWritable,
    JavaMLReadable["MiniBatchLinearRegression"],
):
    """
    Linear regression by least squares or Huber's loss, trained on minibatches; the model is
    Spark's own ``LinearRegressionModel``.

    Columns, objective, penalty and prediction are those of Spark's ``LinearRegression``, with its
    defaults, and ask for the same model. Every param is a keyword; ``explainParams()`` lists them.

    Examples
    --------
    >>> from pyspark.ml.linalg import Vectors
    >>> table = spark.createDataFrame(
    ...     [(2.0 * x + 1, Vectors.dense(x)) for x in map(float, range(8))], ["label", "features"]
    ... )
    >>> model = MiniBatchLinearRegression(maxIter=500).fit(table)
    >>> abs(model.predict(Vectors.dense(10.0)) - 21) < 0.1
    True
    """

    loss = text("loss", "the loss to be minimised: squaredError, huber", "squaredError")
    setLoss = setter(loss)

    epsilon = real(
        "epsilon", "of huber: from how many scales on an error counts linearly (> 1)", 1.35
    )
    getEpsilon = getter(epsilon)
    setEpsilon = setter(epsilon)

    @keyword_only
    def __init__(self, **params: Unpack[LinearRegressionKeywords]) -> None:
        super().__init__()
        self.setParams(**params)

    @keyword_only
    def setParams(self, **params: Unpack[LinearRegressionKeywords]) -> MiniBatchLinearRegression:
        """Sets params by keyword."""
        return self._take(params)

    def _create_model(self, java_model: Any) -> LinearRegressionModel:
        return LinearRegressionModel(java_model)


class MiniBatchFMRegressor(
    MiniBatchStage,
    HasFactors,
    _JavaRegressor[FMRegressionModel],
    JavaMLWritable,
    JavaMLReadable["MiniBatchFMRegressor"],
):
    """
    A factorization machine for numbers, by least squares, trained on minibatches; the model is
    Spark's own ``FMRegressionModel``.

    Columns, objective and prediction are those of Spark's ``FMRegressor``, with its defaults, and
    weights of rows besides; features need not be scaled. Every param is a keyword;
    ``explainParams()`` lists them.

    Examples
    --------
    >>> from pyspark.ml.linalg import Vectors
    >>> rows = [(float(x * y), Vectors.dense(x, y)) for x in range(1, 5) for y in range(1, 5)]
    >>> table = spark.createDataFrame(rows, ["label", "features"])
    >>> model = MiniBatchFMRegressor(factorSize=2, maxIter=500).fit(table)
    >>> abs(model.predict(Vectors.dense(3, 4)) - 12) < 0.5
    True
    """

    @keyword_only
    def __init__(self, **params: Unpack[FMRegressorKeywords]) -> None:
        super().__init__()
        self.setParams(**params)

    @keyword_only
    def setParams(self, **params: Unpack[FMRegressorKeywords]) -> MiniBatchFMRegressor:
        """Sets params by keyword."""
        return self._take(params)

    def _create_model(self, java_model: Any) -> FMRegressionModel:
        return FMRegressionModel(java_model)
