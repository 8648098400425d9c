"""Cross-validation whose param maps train side by side."""

from __future__ import annotations

from typing import Any, TypeVar

from org.sparkradam.ml._jvm import check_jvm
from pyspark.ml.tuning import CrossValidator, CrossValidatorModel, CrossValidatorReader
from pyspark.ml.util import MLWriter
from pyspark.sql import DataFrame
from pyspark.sql.functions import col, lit, rand
from pyspark.sql.utils import is_remote

V = TypeVar("V", bound=CrossValidator)


class MiniBatchCrossValidator(CrossValidator):
    """
    pyspark's ``CrossValidator``, in the JVM, for a stage of this package or a pipeline whose last
    estimator is one: on each fold param maps that agree in rows, minibatches, seed and shape train
    side by side, and stages before the last are fitted once for maps that leave them as they are.

    Keywords, folds, metrics and model are pyspark's; ``parallelism`` is how many models are
    evaluated at a time. Estimator and evaluator have to be of the JVM. Over Connect, which carries
    plain params only, each map is fitted when its turn comes, as by pyspark's.

    Examples
    --------
    >>> from pyspark.ml.evaluation import BinaryClassificationEvaluator
    >>> from pyspark.ml.linalg import Vectors
    >>> from pyspark.ml.tuning import ParamGridBuilder
    >>> rows = [(float(x % 16 > 7), Vectors.dense(x % 16)) for x in range(64)]
    >>> table = spark.createDataFrame(rows, ["label", "features"])
    >>> stage = MiniBatchLogisticRegression(maxIter=200)
    >>> grid = ParamGridBuilder().addGrid(stage.regParam, [0.0, 0.01]).build()
    >>> validator = MiniBatchCrossValidator(
    ...     estimator=stage,
    ...     estimatorParamMaps=grid,
    ...     evaluator=BinaryClassificationEvaluator(),
    ...     seed=1,
    ... )
    >>> [float(metric) for metric in validator.fit(table).avgMetrics]
    [1.0, 1.0]
    """

    def _fit(self, dataset: DataFrame) -> CrossValidatorModel:
        if is_remote():
            return super()._fit(dataset)
        name = "org.sparkradam.ml.MiniBatchCrossValidator"
        check_jvm(name)
        from pyspark import SparkContext

        twin: Any = SparkContext._jvm
        for part in name.split("."):
            twin = getattr(twin, part)
        own, table = self._with_folds(dataset)
        tuned = twin.of(own._to_java()).tune(table._jdf)
        model = CrossValidatorModel._from_java(tuned.model())
        model.stdMetrics = list(tuned.stdMetrics())
        model._set(foldCol=self.getFoldCol())
        return self._copyValues(model)

    def write(self) -> MLWriter:
        """Saves pyspark's ``CrossValidator``, which loads where this library is not."""
        return _as(CrossValidator, self).write()

    @classmethod
    def read(cls) -> CrossValidatorReader:
        """Reads what was saved by this one, by pyspark's or in Java."""
        return _Reader(CrossValidator)

    def _with_folds(self, dataset: DataFrame) -> tuple[CrossValidator, DataFrame]:
        """The folds that pyspark draws, as a column, since the JVM's own are others."""
        if self.getFoldCol():
            return self, dataset
        number, drawn = self.getNumFolds(), rand(self.getSeed())
        table = dataset.select("*", drawn.alias(self.uid + "_rand"))
        fold = lit(0)
        for lower in range(1, number):
            fold = fold + (col(self.uid + "_rand") >= lower * (1.0 / number)).cast("int")
        name = self.uid + "_fold"
        table = table.withColumn(name, fold).drop(self.uid + "_rand")
        return self.copy({self.foldCol: name}), table


class _Reader(CrossValidatorReader):
    """Makes of pyspark's, which its own reader gives whatever it is asked for, this library's."""

    def load(self, path: str) -> MiniBatchCrossValidator:
        return _as(MiniBatchCrossValidator, super().load(path))


def _as(kind: type[V], validator: CrossValidator) -> V:
    """The same validator as one of the other class."""
    other = kind()
    other._resetUid(validator.uid)
    return validator._copyValues(other)
