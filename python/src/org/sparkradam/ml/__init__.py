"""
Pipeline stages that train on minibatches and return Spark's own models.

They are here as they are in Java, since pyspark finds either by the other's name; users import
them from ``sparkradam``.
"""

from org.sparkradam.ml._pyspark import require_pyspark

require_pyspark()

from org.sparkradam.ml._classification import (  # noqa: E402
    MiniBatchFMClassifier,
    MiniBatchLinearSVC,
    MiniBatchLogisticRegression,
    MiniBatchMultilayerPerceptronClassifier,
)
from org.sparkradam.ml._regression import (  # noqa: E402
    MiniBatchFMRegressor,
    MiniBatchLinearRegression,
)
from org.sparkradam.ml._tuning import MiniBatchCrossValidator  # noqa: E402

__all__ = [
    "MiniBatchCrossValidator",
    "MiniBatchFMClassifier",
    "MiniBatchFMRegressor",
    "MiniBatchLinearRegression",
    "MiniBatchLinearSVC",
    "MiniBatchLogisticRegression",
    "MiniBatchMultilayerPerceptronClassifier",
]

# A class's Java name is its module's with its own.
for _name in __all__:
    globals()[_name].__module__ = __name__
