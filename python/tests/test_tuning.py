"""Many param maps of one stage, in a classic session side by side, over Connect one by one."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import CONNECT, classic
from pyspark.ml import Pipeline, PipelineModel
from pyspark.ml.evaluation import BinaryClassificationEvaluator
from pyspark.ml.feature import MinMaxScaler
from pyspark.ml.tuning import CrossValidator, CrossValidatorModel, ParamGridBuilder
from stages import KINDS, STAGES, quick, weights

from sparkradam import MiniBatchCrossValidator, MiniBatchLogisticRegression


@pytest.mark.parametrize("kind", KINDS)
def test_models_are_those_of_fits_one_by_one(kind, table):
    stage = quick(kind)
    maps = [{}, {stage.stepSize: 0.01}, {stage.solver: "adam", stage.predictionCol: "said"}]
    fits = stage.fitMultiple(table, maps)
    stage.setStepSize(5)  # too late for them
    if CONNECT:  # whose sessions are one thread's, unless pyspark makes the pool
        models = dict(next(fits) for _ in maps)
    else:
        with ThreadPoolExecutor(3) as pool:
            models = dict(pool.map(lambda _: next(fits), maps))
    with pytest.raises(StopIteration):
        next(fits)
    for index, given in enumerate(maps):
        other = quick(kind)
        alone = other.fit(table, {other.getParam(p.name): v for p, v in given.items()})
        assert type(models[index]) is STAGES[kind][1]
        assert weights(models[index]) == pytest.approx(weights(alone), rel=1e-9, abs=1e-12)
    assert models[2].getPredictionCol() == "said"


def test_pysparks_cross_validator_has_the_metrics_of_fits_one_by_one(table):
    stage = quick(MiniBatchLogisticRegression)
    grid = ParamGridBuilder().addGrid(stage.regParam, [0.0, 0.1]).build()
    tuned = validator(CrossValidator, stage, grid).fit(table)
    one_by_one = [validator(CrossValidator, stage, [given]).fit(table) for given in grid]
    expected = [model.avgMetrics[0] for model in one_by_one]
    assert tuned.avgMetrics == pytest.approx(expected, abs=1e-9)


def validator(kind, estimator, grid):
    return kind(
        estimator=estimator,
        estimatorParamMaps=grid,
        evaluator=BinaryClassificationEvaluator(),
        numFolds=3,
        parallelism=2,
        seed=11,
    )


@classic
def test_a_map_that_diverges_is_its_own_fault(table):
    from sparkradam import MiniBatchLinearRegression

    stage = MiniBatchLinearRegression(labelCol="score", solver="sgd", maxIter=300)
    fits = stage.fitMultiple(table, [{}, {stage.stepSize: 1e20}])
    assert next(fits)[0] == 0
    with pytest.raises(Exception, match="stepSize must be lower than 1.0E20"):
        next(fits)


@pytest.fixture
def pipeline_and_grid(spark):
    scaler = MinMaxScaler(inputCol="features", outputCol="scaled")
    stage = quick(MiniBatchLogisticRegression).setFeaturesCol("scaled")
    grid = (
        ParamGridBuilder()
        .addGrid(scaler.max, [1.0, 3.0])
        .addGrid(stage.stepSize, [0.1, 0.001])
        .build()
    )
    return Pipeline(stages=[scaler, stage]), grid


def test_tuning_in_lock_step_is_pysparks(table, pipeline_and_grid, folder):
    pipeline, grid = pipeline_and_grid
    theirs = validator(CrossValidator, pipeline, grid).fit(table)
    ours = validator(MiniBatchCrossValidator, pipeline, grid).fit(table)
    assert type(ours) is CrossValidatorModel
    assert ours.avgMetrics == pytest.approx(theirs.avgMetrics, abs=1e-9)
    assert ours.stdMetrics == pytest.approx(theirs.stdMetrics, abs=1e-9)
    assert min(ours.stdMetrics) > 1e-9
    assert type(ours.bestModel) is PipelineModel
    assert weights(ours.bestModel.stages[1]) == pytest.approx(
        weights(theirs.bestModel.stages[1]), rel=1e-9, abs=1e-12
    )
    assert ours.getFoldCol() == ""
    ours.save(folder)
    assert CrossValidatorModel.load(folder).avgMetrics == ours.avgMetrics


def test_saved_it_is_pysparks_and_comes_back_as_ours(pipeline_and_grid, folder):
    ours = validator(MiniBatchCrossValidator, *pipeline_and_grid)
    ours.save(folder)
    assert type(CrossValidator.load(folder)) is CrossValidator
    loaded = MiniBatchCrossValidator.load(folder)
    assert type(loaded) is MiniBatchCrossValidator
    assert loaded.uid == ours.uid
    assert loaded.getEstimatorParamMaps() == ours.getEstimatorParamMaps()
    assert [stage.uid for stage in loaded.getEstimator().getStages()] == [
        stage.uid for stage in ours.getEstimator().getStages()
    ]
    assert type(loaded.getEvaluator()) is BinaryClassificationEvaluator
    assert (loaded.getNumFolds(), loaded.getParallelism(), loaded.getSeed()) == (3, 2, 11)


@classic
def test_saved_by_python_and_by_java_it_trains_in_lock_step(
    spark, table, pipeline_and_grid, folder, monkeypatch
):
    ours = validator(MiniBatchCrossValidator, *pipeline_and_grid)
    ours.save(folder)
    java = spark._jvm.org.sparkradam.ml.MiniBatchCrossValidator.load(folder)
    assert (java.uid(), java.getSeed()) == (ours.uid, 11)
    java.write().save(folder + "-java")
    monkeypatch.setattr(CrossValidator, "_fit", None)  # which goes one by one
    expected = pytest.approx(ours.fit(table).avgMetrics, abs=1e-9)
    for path in (folder, folder + "-java"):
        assert MiniBatchCrossValidator.load(path).fit(table).avgMetrics == expected
