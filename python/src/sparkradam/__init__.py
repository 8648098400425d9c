"""spark-radam: pipeline stages for Spark MLlib that train with Rectified Adam on minibatches."""

from org.sparkradam.ml import (
    MiniBatchCrossValidator,
    MiniBatchFMClassifier,
    MiniBatchFMRegressor,
    MiniBatchLinearRegression,
    MiniBatchLinearSVC,
    MiniBatchLogisticRegression,
    MiniBatchMultilayerPerceptronClassifier,
)
from sparkradam._session import builder, jar_path

__version__ = "0.2.0"

__all__ = [
    "MiniBatchCrossValidator",
    "MiniBatchFMClassifier",
    "MiniBatchFMRegressor",
    "MiniBatchLinearRegression",
    "MiniBatchLinearSVC",
    "MiniBatchLogisticRegression",
    "MiniBatchMultilayerPerceptronClassifier",
    "builder",
    "jar_path",
]
