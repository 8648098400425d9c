"""What Python says of the stages against what Java does; looks into the JVM."""

import inspect
import re
from typing import get_type_hints

import pytest
from conftest import classic
from org.sparkradam.ml import _keywords
from pyspark.ml import Pipeline
from pyspark.ml.classification import LogisticRegressionModel, OneVsRest
from pyspark.ml.feature import MinMaxScaler
from stages import KINDS, QUICK, STAGES, quick, weights

from sparkradam import MiniBatchLogisticRegression

pytestmark = classic

# Spark's own word these in its two languages.
SPARKS_COLUMNS = {
    "featuresCol",
    "labelCol",
    "predictionCol",
    "probabilityCol",
    "rawPredictionCol",
    "thresholds",
}


@pytest.mark.parametrize("kind", KINDS)
def test_params_docs_and_defaults_are_the_same(kind, spark):
    stage = kind()
    java = {param.name(): param for param in stage._java_obj.params()}
    assert {param.name for param in stage.params} == set(java)
    for param in stage.params:
        if param.name not in SPARKS_COLUMNS:
            assert param.doc == java[param.name].doc()
        assert param.doc
        default = stage._java_obj.getDefault(java[param.name])
        expected = default.get() if default.isDefined() else None
        assert stage._defaultParamMap.get(param) == expected, param.name


@pytest.mark.parametrize("kind", KINDS)
def test_params_have_accessors_and_keywords(kind, spark):
    stage = kind()
    keywords = getattr(_keywords, kind.__name__.replace("MiniBatch", "") + "Keywords")
    assert set(get_type_hints(keywords)) == {param.name for param in stage.params}
    for param in stage.params:
        name = param.name[0].upper() + param.name[1:]
        for accessor in (getattr(kind, f"get{name}"), getattr(kind, f"set{name}")):
            assert inspect.getdoc(accessor)


@pytest.mark.parametrize("kind", KINDS)
def test_setters_of_java_have_their_like(kind, spark):
    stage = kind()
    listeners = {"setTrainingListener", "setUpdateRule", "setInitialModel"}
    names = {method.getName() for method in stage._java_obj.getClass().getMethods()}
    setters = {name for name in names if re.match("set[A-Z]", name)} - {"setDefault"}
    assert {name for name in setters if not hasattr(stage, name)} == listeners


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_set_stays_automatic(kind, table):
    stage = kind(**STAGES[kind][0], numPartitions=2)
    stage._transfer_params_to_java()
    java = stage._java_obj
    given = {*STAGES[kind][0], "numPartitions"}
    assert {p.name() for p in java.params() if java.isSet(p)} == given


@pytest.mark.parametrize("kind", KINDS)
def test_models_are_those_of_java(kind, spark, table):
    """The same params set on a stage that Python has never seen: all bits are the same."""
    java = getattr(spark._jvm.org.sparkradam.ml, kind.__name__)()
    for name, value in {**QUICK, **STAGES[kind][0]}.items():
        param = java.getParam(name)
        java.set(param.w(value))
    model = STAGES[kind][1](java.fit(table._jdf))
    assert weights(quick(kind).fit(table)) == weights(model)


@pytest.mark.parametrize("kind", KINDS)
def test_params_of_models_are_those_that_java_gives(kind, table):
    model = quick(kind).setAggregationDepth(1).setSolver("adam").fit(table)
    assert len(model.transform(table).columns) > len(table.columns)
    java = model._java_obj
    for param in model.params:
        if java.hasParam(param.name) and java.isSet(java.getParam(param.name)):
            assert model.isSet(param), param.name
    assert model.extractParamMap()[model.featuresCol] == "features"


def there_and_back(saved, java_class, folder):
    """What Java loads of it, and what Python loads of that."""
    saved.save(folder)
    java = java_class.load(folder)
    java.write().save(folder + "-java")
    return java, type(saved).load(folder + "-java")


@pytest.mark.parametrize("kind", KINDS)
def test_stages_saved_by_python_load_in_java_and_back(kind, spark, table, folder):
    stage = quick(kind).setSeed(5).setStepSize(0.03)
    java_class = getattr(spark._jvm.org.sparkradam.ml, kind.__name__)
    java, loaded = there_and_back(stage, java_class, folder)
    assert (java.uid(), type(loaded), loaded.uid) == (stage.uid, kind, stage.uid)
    given = {param.name: value for param, value in stage._paramMap.items()}
    assert {param.name: value for param, value in loaded._paramMap.items()} == given
    expected = weights(stage.fit(table))
    assert weights(STAGES[kind][1](java.fit(table._jdf))) == expected
    assert weights(loaded.fit(table)) == expected


def test_a_pipeline_saved_by_python_loads_in_java_and_back(spark, table, folder):
    stage = quick(MiniBatchLogisticRegression).setFeaturesCol("scaled").setSeed(5)
    scaler = MinMaxScaler(inputCol="features", outputCol="scaled")
    pipeline = Pipeline(stages=[scaler, stage])
    java, loaded = there_and_back(pipeline, spark._jvm.org.apache.spark.ml.Pipeline, folder)
    assert type(loaded.getStages()[1]) is MiniBatchLogisticRegression
    expected = weights(pipeline.fit(table).stages[1])
    assert weights(LogisticRegressionModel(java.fit(table._jdf).stages()[1])) == expected
    assert weights(loaded.fit(table).stages[1]) == expected


def test_one_vs_rest_saved_by_python_loads_in_java_and_back(spark, three_classes, folder):
    whole = OneVsRest(classifier=quick(MiniBatchLogisticRegression).setSeed(5))
    java_class = spark._jvm.org.apache.spark.ml.classification.OneVsRest
    java, loaded = there_and_back(whole, java_class, folder)
    assert type(loaded.getClassifier()) is MiniBatchLogisticRegression
    expected = [weights(model) for model in whole.fit(three_classes).models]
    models = java.fit(three_classes._jdf).models()
    assert [weights(LogisticRegressionModel(model)) for model in models] == expected
    assert [weights(model) for model in loaded.fit(three_classes).models] == expected
