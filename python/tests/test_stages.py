"""Every stage, in a classic session and over Connect alike."""

import pytest
from pyspark.ml import Pipeline, PipelineModel
from pyspark.ml.classification import OneVsRest
from pyspark.ml.evaluation import (
    BinaryClassificationEvaluator,
    MulticlassClassificationEvaluator,
    RegressionEvaluator,
)
from pyspark.ml.feature import VectorAssembler
from pyspark.ml.linalg import Vectors
from pyspark.ml.tuning import CrossValidator, ParamGridBuilder, TrainValidationSplit
from stages import KINDS, QUICK, STAGES, quick, weights

from sparkradam import (
    MiniBatchFMClassifier,
    MiniBatchLinearRegression,
    MiniBatchLogisticRegression,
    MiniBatchMultilayerPerceptronClassifier,
)


@pytest.mark.parametrize("kind", KINDS)
def test_model_is_sparks_and_has_learned(kind, table):
    model = quick(kind).setPredictionCol("said").fit(table)
    assert type(model) is STAGES[kind][1]
    scored = model.transform(table)
    if kind.__name__.endswith(("Regression", "Regressor")) and "Logistic" not in kind.__name__:
        metric = RegressionEvaluator(labelCol="score", predictionCol="said", metricName="r2")
        assert metric.evaluate(scored) > 0.4
    else:
        metric = MulticlassClassificationEvaluator(predictionCol="said", metricName="accuracy")
        assert metric.evaluate(scored) > 0.65


@pytest.mark.parametrize("kind", KINDS)
def test_saved_stages_are_the_same(kind, table, folder):
    stage = quick(kind).setSolver("adam").setSeed(7).setTol(0)
    stage.save(folder)
    loaded = kind.load(folder)
    assert loaded.uid == stage.uid
    assert {p.name: v for p, v in loaded._paramMap.items()} == {
        p.name: v for p, v in stage._paramMap.items()
    }
    assert weights(loaded.fit(table)) == weights(stage.fit(table))


@pytest.mark.parametrize("kind", KINDS)
def test_models_go_on_from_saved_ones(kind, table, folder):
    first = quick(kind).fit(table)
    first.save(folder)
    same = quick(kind).setInitialModelPath(folder).setMaxIter(0).fit(table)
    assert weights(same) == pytest.approx(weights(first), abs=1e-9)


def test_whole_numbers_are_converted():
    stage = MiniBatchLogisticRegression(regParam=1, maxIter=10.0, batchSize=2**40)
    assert (stage.getRegParam(), type(stage.getRegParam())) == (1.0, float)
    assert (stage.getMaxIter(), type(stage.getMaxIter())) == (10, int)
    assert stage.getBatchSize() == 2**40
    assert MiniBatchLogisticRegression(thresholds=[1, 2]).getThresholds() == [1.0, 2.0]
    with pytest.raises(TypeError):
        stage.setMaxIter(2.5)


def test_large_and_whole_numbers_cross(table):
    stage = MiniBatchLogisticRegression(**QUICK, regParam=1, batchSize=2**40, seed=-(2**50))
    assert len(weights(stage.fit(table))) == 5
    start = Vectors.dense([0.0] * 44)
    perceptron = MiniBatchMultilayerPerceptronClassifier(layers=[4, 6, 2], initialWeights=start)
    assert weights(perceptron.setMaxIter(0).fit(table)) == pytest.approx([0.0] * 44)


def test_thresholds_go_together_as_in_mllib(spark, table):
    stage = MiniBatchLogisticRegression(**QUICK, threshold=0.3)
    assert not stage.setThresholds([0.4, 0.6]).isSet(stage.threshold)
    assert stage.getThreshold() == pytest.approx(0.6)
    assert not stage.setThreshold(0.2).isSet(stage.thresholds)
    assert stage.fit(table).getThreshold() == 0.2


def test_keywords_that_are_no_params_are_refused(spark):
    with pytest.raises(TypeError, match="MiniBatchFMClassifier has no param 'layers'"):
        MiniBatchFMClassifier(layers=[2, 2])
    with pytest.raises(TypeError, match="forces keyword arguments"):
        MiniBatchFMClassifier("features")


def test_bad_values_are_refused_by_name(table):
    with pytest.raises(Exception, match="solver must be one of radam, adam"):
        MiniBatchLogisticRegression(solver="fast").fit(table)


def test_objective_history_is_in_the_summary(table):
    history = MiniBatchLogisticRegression(**QUICK).fit(table).summary.objectiveHistory
    assert history[-1] < history[0]


def test_cross_validator_finds_the_better_rate(table):
    stage = MiniBatchLogisticRegression(**QUICK)
    grid = ParamGridBuilder().addGrid(stage.stepSize, [1e-7, 0.1]).build()
    tuned = CrossValidator(
        estimator=stage,
        estimatorParamMaps=grid,
        evaluator=MulticlassClassificationEvaluator(metricName="logLoss"),
        numFolds=2,
        seed=1,
    ).fit(table)
    assert tuned.avgMetrics[1] < tuned.avgMetrics[0]


def test_train_validation_split_of_a_pipeline(table, folder):
    number = MiniBatchLinearRegression(**QUICK, labelCol="score", featuresCol="all")
    pipeline = Pipeline(
        stages=[VectorAssembler(inputCols=["features"], outputCol="all"), number]
    )
    split = TrainValidationSplit(
        estimator=pipeline,
        estimatorParamMaps=ParamGridBuilder().addGrid(number.maxIter, [0, 60]).build(),
        evaluator=RegressionEvaluator(labelCol="score"),
        seed=3,
    )
    model = split.fit(table)
    assert model.validationMetrics[1] < model.validationMetrics[0]
    model.bestModel.save(folder)
    again = PipelineModel.load(folder).stages[1]
    assert weights(again) == weights(model.bestModel.stages[1])


def test_unfitted_pipelines_are_saved(table, folder):
    pipeline = Pipeline(stages=[MiniBatchFMClassifier(**QUICK, factorSize=3)])
    pipeline.save(folder)
    loaded = Pipeline.load(folder).getStages()[0]
    assert type(loaded) is MiniBatchFMClassifier
    assert loaded.getFactorSize() == 3


def test_one_vs_rest(three_classes):
    model = OneVsRest(classifier=MiniBatchLogisticRegression(**QUICK)).fit(three_classes)
    assert len(model.models) == 3
    metric = MulticlassClassificationEvaluator(metricName="accuracy")
    assert metric.evaluate(model.transform(three_classes)) > 0.5


def test_copies_are_apart(table):
    stage = MiniBatchLogisticRegression(**QUICK)
    copy = stage.copy({stage.stepSize: 0.5})
    assert (copy.getStepSize(), stage.isSet(stage.stepSize)) == (0.5, False)
    slow, fast = stage.fit(table, [{stage.stepSize: 1e-6}, {stage.stepSize: 0.3}])
    area = BinaryClassificationEvaluator()
    assert area.evaluate(fast.transform(table)) > 0.7
    assert max(map(abs, slow.coefficients)) < max(map(abs, fast.coefficients))
