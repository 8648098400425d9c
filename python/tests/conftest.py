"""One session for all tests: a classic one, or with SPARK_RADAM_TEST=connect one of a server."""

import os
import random
import sys
from pathlib import Path

import pyspark
import pytest
from pyspark.ml.linalg import Vectors

import sparkradam

CONNECT = os.environ.get("SPARK_RADAM_TEST") == "connect"
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")

SETTINGS = {
    "spark.master": "local[2]",
    "spark.driver.memory": "1g",
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
}

classic = pytest.mark.skipif(CONNECT, reason="looks into the JVM")
arrays = pytest.mark.skipif(
    pyspark.__version__.startswith("3."), reason="Spark 3.5 has no transformer of arrays"
)
connect = pytest.mark.skipif(not CONNECT, reason="of a Connect session")


@pytest.fixture(scope="session")
def spark(tmp_path_factory):
    if CONNECT:
        from connect_server import connect_session

        yield from connect_session(SETTINGS, tmp_path_factory.mktemp("server"))
        return
    builder = sparkradam.builder()
    for key, value in SETTINGS.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def rows(classes):
    """Labels that depend on a pair of features, so that every kind of model has much to learn."""
    draw = random.Random(7)
    for _ in range(120):
        x = [draw.gauss(0, 1) for _ in range(4)]
        score = x[0] - 0.5 * x[1] + x[2] * x[3] + draw.gauss(0, 0.3)
        yield float(sum(score > c for c in (0, 1)[: classes - 1])), score, Vectors.dense(x)


def table_of(spark, classes):
    columns = ["label", "score", "features"]
    return spark.createDataFrame(list(rows(classes)), columns).coalesce(1).cache()


@pytest.fixture(scope="session")
def table(spark):
    """Two classes in `label`, a number in `score`."""
    return table_of(spark, 2)


@pytest.fixture(scope="session")
def three_classes(spark):
    return table_of(spark, 3)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "saved")
