"""Stages that predict classes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from org.sparkradam.ml._declare import getter, real, setter, text, vector, wholes
from org.sparkradam.ml._objective import (
    HasClassWeight,
    HasElasticNet,
    HasFactors,
    HasLinearObjective,
    HasWeights,
)
from org.sparkradam.ml._optimizer import HasFullBatchSolver
from org.sparkradam.ml._stage import MiniBatchStage
from pyspark import keyword_only
from pyspark.ml.classification import (
    FMClassificationModel,
    LinearSVCModel,
    LogisticRegressionModel,
    MultilayerPerceptronClassificationModel,
    _JavaClassifier,
    _JavaProbabilisticClassifier,
)
from pyspark.ml.param.shared import HasThreshold
from pyspark.ml.util import JavaMLReadable, JavaMLWritable

if TYPE_CHECKING:
    from org.sparkradam.ml._keywords import (
        FMClassifierKeywords,
        LinearSVCKeywords,
        LogisticRegressionKeywords,
        MultilayerPerceptronClassifierKeywords,
    )
    from typing_extensions import Unpack


class MiniBatchLogisticRegression(
    HasFullBatchSolver,
    MiniBatchStage,
    HasLinearObjective,
    HasElasticNet,
    HasClassWeight,
    HasThreshold,
    _JavaProbabilisticClassifier[LogisticRegressionModel],
    JavaMLWritable,
    JavaMLReadable["MiniBatchLogisticRegression"],
):
    """
    Logistic regression, binary or multinomial, trained on minibatches; the model is Spark's own
    ``LogisticRegressionModel``.

    Columns, objective, penalty and prediction are those of Spark's ``LogisticRegression``, with
    its defaults, and ask for the same model; bounds on coefficients are not there. Every param is
    a keyword; ``explainParams()`` lists them.

    Examples
    --------
    >>> from pyspark.ml.linalg import Vectors
    >>> rows = [(float(x > 3), Vectors.dense(x)) for x in range(8)]
    >>> table = spark.createDataFrame(rows, ["label", "features"])
    >>> model = MiniBatchLogisticRegression(regParam=0.01, maxIter=200).fit(table)
    >>> model.predict(Vectors.dense(6.0))
    1.0
    """

    family = text("family", "label distribution: auto, binomial, multinomial", "auto")
    getFamily = getter(family)
    setFamily = setter(family)

    threshold = real(
        "threshold", "threshold in binary classification prediction, in [0, 1]", 0.5
    )

    @keyword_only
    def __init__(self, **params: Unpack[LogisticRegressionKeywords]) -> None:
        super().__init__()
        self.setParams(**params)

    @keyword_only
    def setParams(
        self, **params: Unpack[LogisticRegressionKeywords]
    ) -> MiniBatchLogisticRegression:
        """Sets params by keyword; ``threshold`` and ``thresholds`` together have to agree."""
        return self._take(params)

    def setThreshold(self, value: float) -> MiniBatchLogisticRegression:
        """In [0, 1]; default 0.5. Clears ``thresholds``."""
        self.clear(self.thresholds)
        return self._set(threshold=value)

    def getThreshold(self) -> float:
        """The threshold, or the one that two ``thresholds`` come to."""
        if not self.isSet(self.thresholds):
            return self.getOrDefault(self.threshold)
        pair = self.getThresholds()
        if len(pair) != 2:
            raise ValueError(f"thresholds must be 2 for one threshold, but were {len(pair)}")
        return 1 / (1 + pair[0] / pair[1])

    def setThresholds(self, value: list[float]) -> MiniBatchLogisticRegression:
        """One a class; clears ``threshold``."""
        self.clear(self.threshold)
        return self._set(thresholds=value)

    def _create_model(self, java_model: Any) -> LogisticRegressionModel:
        return LogisticRegressionModel(java_model)


class MiniBatchLinearSVC(
    HasFullBatchSolver,
    MiniBatchStage,
    HasLinearObjective,
    HasClassWeight,
    HasThreshold,
    _JavaClassifier[LinearSVCModel],
    JavaMLWritable,
    JavaMLReadable["MiniBatchLinearSVC"],
):
    """
    A linear support vector machine for two classes, trained on minibatches; the model is Spark's
    own ``LinearSVCModel``.

    Columns, objective, penalty and prediction are those of Spark's ``LinearSVC``, with its
    defaults, and ask for the same model. Every param is a keyword; ``explainParams()`` lists them.

    Examples
    --------
    >>> from pyspark.ml.linalg import Vectors
    >>> rows = [(float(x > 3), Vectors.dense(x)) for x in range(8)]
    >>> table = spark.createDataFrame(rows, ["label", "features"])
    >>> model = MiniBatchLinearSVC(regParam=0.01, maxIter=200).fit(table)
    >>> model.predict(Vectors.dense(6.0))
    1.0
    """

    threshold = real("threshold", "raw prediction above which class 1 is predicted", 0.0)
    setThreshold = setter(threshold)

    @keyword_only
    def __init__(self, **params: Unpack[LinearSVCKeywords]) -> None:
        super().__init__()
        self.setParams(**params)

    @keyword_only
    def setParams(self, **params: Unpack[LinearSVCKeywords]) -> MiniBatchLinearSVC:
        """Sets params by keyword."""
        return self._take(params)

    def _create_model(self, java_model: Any) -> LinearSVCModel:
        return LinearSVCModel(java_model)


class MiniBatchFMClassifier(
    MiniBatchStage,
    HasFactors,
    HasClassWeight,
    _JavaProbabilisticClassifier[FMClassificationModel],
    JavaMLWritable,
    JavaMLReadable["MiniBatchFMClassifier"],
):
    """
    A factorization machine for two classes, trained on minibatches; the model is Spark's own
    ``FMClassificationModel``.

    Columns, objective and prediction are those of Spark's ``FMClassifier``, with its defaults, and
    weights of rows besides; features need not be scaled. Every param is a keyword;
    ``explainParams()`` lists them.

    Examples
    --------
    >>> from pyspark.ml.linalg import Vectors
    >>> rows = [(float(x == y), Vectors.dense(x, y)) for x in (-1, 1) for y in (-1, 1)]
    >>> table = spark.createDataFrame(rows, ["label", "features"])
    >>> model = MiniBatchFMClassifier(factorSize=2, maxIter=300).fit(table)
    >>> model.predict(Vectors.dense(-1, -1)), model.predict(Vectors.dense(1, -1))
    (1.0, 0.0)
    """

    @keyword_only
    def __init__(self, **params: Unpack[FMClassifierKeywords]) -> None:
        super().__init__()
        self.setParams(**params)

    @keyword_only
    def setParams(self, **params: Unpack[FMClassifierKeywords]) -> MiniBatchFMClassifier:
        """Sets params by keyword."""
        return self._take(params)

    def _create_model(self, java_model: Any) -> FMClassificationModel:
        return FMClassificationModel(java_model)


class MiniBatchMultilayerPerceptronClassifier(
    MiniBatchStage,
    HasWeights,
    HasClassWeight,
    _JavaProbabilisticClassifier[MultilayerPerceptronClassificationModel],
    JavaMLWritable,
    JavaMLReadable["MiniBatchMultilayerPerceptronClassifier"],
):
    """
    A perceptron with sigmoid hidden layers and softmax, trained on minibatches; the model is
    Spark's own ``MultilayerPerceptronClassificationModel``.

    Columns, ``layers`` and prediction are those of Spark's ``MultilayerPerceptronClassifier``, and
    weights of rows besides; features need not be scaled. Every param is a keyword;
    ``explainParams()`` lists them.

    Examples
    --------
    >>> from pyspark.ml.linalg import Vectors
    >>> rows = [(float(x == y), Vectors.dense(x, y)) for x in (-1, 1) for y in (-1, 1)]
    >>> table = spark.createDataFrame(rows, ["label", "features"])
    >>> model = MiniBatchMultilayerPerceptronClassifier(layers=[2, 4, 2], maxIter=500).fit(table)
    >>> model.predict(Vectors.dense(-1, -1)), model.predict(Vectors.dense(1, -1))
    (1.0, 0.0)
    """

    layers = wholes(
        "layers",
        "sizes of the layers from the features to the classes, at least two, each at least 1",
    )
    getLayers = getter(layers)
    setLayers = setter(layers)

    initialWeights = vector(
        "initialWeights",
        "weights on raw features to start from, in the layout of the model's; not set: drawn by"
        " seed",
    )
    getInitialWeights = getter(initialWeights)
    setInitialWeights = setter(initialWeights)

    @keyword_only
    def __init__(self, **params: Unpack[MultilayerPerceptronClassifierKeywords]) -> None:
        super().__init__()
        self.setParams(**params)

    @keyword_only
    def setParams(
        self, **params: Unpack[MultilayerPerceptronClassifierKeywords]
    ) -> MiniBatchMultilayerPerceptronClassifier:
        """Sets params by keyword."""
        return self._take(params)

    def _create_model(self, java_model: Any) -> MultilayerPerceptronClassificationModel:
        return MultilayerPerceptronClassificationModel(java_model)
