"""Features from columns as people have them, in a classic session and over Connect alike."""

import subprocess
import sys

import pytest
from conftest import arrays, classic
from pyspark.ml import Pipeline, PipelineModel
from pyspark.ml.evaluation import MulticlassClassificationEvaluator
from pyspark.ml.feature import VectorAssembler
from pyspark.ml.functions import array_to_vector, vector_to_array
from pyspark.ml.tuning import CrossValidator, ParamGridBuilder
from pyspark.sql import functions
from stages import KINDS, QUICK, STAGES, weights

from sparkradam import MiniBatchLogisticRegression

COLUMNS = ["x", "positive", "pair", "embedding"]


@pytest.fixture(scope="module")
def wide(table):
    """A number, a boolean, a vector of two and an array of two floats; four features in all."""
    x = vector_to_array("features")
    return table.select(
        "label",
        "score",
        x[0].alias("x"),
        (x[1] > 0).alias("positive"),
        array_to_vector(functions.array(x[0], x[2])).alias("pair"),
        functions.array(x[2], x[3]).cast("array<float>").alias("embedding"),
    ).cache()


def stage_of(kind, **params):
    settings = {**QUICK, **STAGES[kind][0], **params}
    if "layers" in settings:
        settings["layers"] = [6, 6, 2]
    return kind(**settings)


def by_hand(wide):
    vectors = wide.withColumn(
        "embedding", array_to_vector(functions.col("embedding").cast("array<double>"))
    )
    return VectorAssembler(inputCols=COLUMNS, outputCol="features").transform(vectors)


@pytest.mark.parametrize("kind", KINDS)
def test_several_columns_train_as_if_assembled_by_hand(kind, wide):
    stage = stage_of(kind, featuresCols=COLUMNS)
    assert stage.getFeaturesCols() == COLUMNS
    model = stage.fit(wide)
    assert type(model) is STAGES[kind][1]
    assert weights(model) == weights(stage_of(kind).fit(by_hand(wide)))


@arrays
@pytest.mark.parametrize("kind", KINDS)
def test_assembler_goes_before_the_stage_and_its_model(kind, wide, folder):
    stage = stage_of(kind, featuresCols=COLUMNS)
    model = Pipeline(stages=[stage.assembler(wide), stage]).fit(wide)
    assert weights(model.stages[1]) == weights(stage.fit(wide))
    model.save(folder)
    scored = PipelineModel.load(folder).transform(wide.drop("label", "score"))
    assert scored.columns[:5] == [*COLUMNS, "features"]
    expected = model.stages[1].transform(by_hand(wide)).select("prediction").collect()
    assert scored.select("prediction").collect() == expected


def test_without_arrays_no_table_is_needed(wide):
    stage = MiniBatchLogisticRegression(**QUICK).setFeaturesCols(COLUMNS[:3])
    validator = CrossValidator(
        estimator=Pipeline(stages=[stage.assembler(), stage]),
        estimatorParamMaps=ParamGridBuilder().addGrid(stage.regParam, [0.01, 100]).build(),
        evaluator=MulticlassClassificationEvaluator(metricName="logLoss"),
        numFolds=2,
        seed=1,
    )
    best = validator.fit(wide).bestModel
    assert best.stages[1].getRegParam() == 0.01
    assert best.stages[1].numFeatures == 4


@arrays
def test_an_array_becomes_a_vector_in_its_place(wide):
    stage = MiniBatchLogisticRegression(**QUICK, featuresCol="embedding")
    model = stage.fit(wide)
    made = stage.assembler().transform(wide)
    assert sorted(made.columns) == sorted(wide.columns)
    assert weights(stage.fit(made)) == weights(model)
    assert stage.assembler(wide).transform(wide).schema == made.schema
    assert stage.assembler(made).transform(made).schema == made.schema
    assert model.transform(made).select("prediction").distinct().count() == 2


def test_columns_that_are_not_there_are_named(wide):
    stage = MiniBatchLogisticRegression(featuresCols=["x", "z"])
    with pytest.raises(ValueError, match="featuresCols: the table has no column 'z'"):
        stage.assembler(wide)
    with pytest.raises(Exception, match="featuresCols: the table has no column 'z'"):
        stage.fit(wide)


@classic
@arrays
def test_a_spark_without_the_jar_scores(wide, folder):
    stage = MiniBatchLogisticRegression(**QUICK, featuresCols=COLUMNS)
    Pipeline(stages=[stage.assembler(wide), stage]).fit(wide).save(folder)
    wide.drop("label").write.parquet(folder + "-table")
    code = (
        "from pyspark.ml import PipelineModel; from pyspark.sql import SparkSession;"
        "spark = SparkSession.builder.master('local[1]').config('spark.ui.enabled', 'false')"
        ".getOrCreate(); print('jars:', spark.sparkContext._jsc.sc().listJars().size());"
        f"table = spark.read.parquet('{folder}-table');"
        f"scored = PipelineModel.load('{folder}').transform(table);"
        "print('scored:', scored.select('prediction').distinct().count())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "jars: 0" in done.stdout and "scored: 2" in done.stdout, done.stderr
