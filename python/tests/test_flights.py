"""A real table, which each language reads, hashes and trains on by itself."""

from pathlib import Path

import numpy
import pytest
from conftest import classic
from pyspark.ml.classification import FMClassificationModel
from pyspark.ml.feature import FeatureHasher
from stages import weights

from sparkradam import MiniBatchFMClassifier

# Where the Java tests have it, too.
FLIGHTS = Path(__file__).resolve().parents[3] / "shared/data/flights.parquet"

pytestmark = [
    classic,
    pytest.mark.skipif(
        not FLIGHTS.exists(),
        reason="flights.parquet is not beside the checkout; data/README.md says where it is from",
    ),
]

ROWS = "late15 IS NOT NULL AND month = 1"
LABELLED = ["CAST(late15 AS DOUBLE) AS label", "features"]
COLUMNS = ["source", "carrier", "origin", "dest", "month", "distance"]
CATEGORIES = ["month"]
FEATURES = 4096


def by_python(spark):
    hasher = FeatureHasher(
        inputCols=COLUMNS,
        categoricalCols=CATEGORIES,
        outputCol="features",
        numFeatures=FEATURES,
    )
    table = spark.read.parquet(str(FLIGHTS)).where(ROWS)
    return MiniBatchFMClassifier(seed=7).fit(hasher.transform(table).selectExpr(*LABELLED))


def by_java(spark):
    def texts(values):
        array = spark.sparkContext._gateway.new_array(spark._jvm.String, len(values))
        for index, value in enumerate(values):
            array[index] = value
        return array

    hasher = spark._jvm.org.apache.spark.ml.feature.FeatureHasher()
    hasher.setInputCols(texts(COLUMNS)).setCategoricalCols(texts(CATEGORIES))
    hasher.setOutputCol("features").setNumFeatures(FEATURES)
    table = spark._jsparkSession.read().parquet(str(FLIGHTS)).where(ROWS)
    stage = spark._jvm.org.sparkradam.ml.MiniBatchFMClassifier()
    stage.set(stage.getParam("seed").w(7))
    model = stage.fit(hasher.transform(table).selectExpr(texts(LABELLED)))
    return FMClassificationModel(model)


def test_a_factorization_machine_of_flights_has_javas_bits(spark):
    numbers = numpy.array(weights(by_python(spark)))
    assert len(numbers) == FEATURES * 9 + 1
    assert numpy.count_nonzero(numbers) > 1000
    assert numbers.tobytes() == numpy.array(weights(by_java(spark))).tobytes()
