"""What Python says of the stages against what Java does; looks into the JVM."""

import inspect
import re
from typing import get_type_hints

import pytest
from conftest import classic
from org.sparkradam.ml import _keywords
from pyspark.ml.classification import FMClassificationModel
from stages import KINDS, QUICK, STAGES, quick, weights

from sparkradam import MiniBatchFMClassifier

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


def test_stages_saved_by_python_load_in_java_and_back(spark, table, folder):
    stage = MiniBatchFMClassifier(**QUICK, factorSize=3, seed=5, regParam=0.01)
    stage.save(folder)
    java = spark._jvm.org.sparkradam.ml.MiniBatchFMClassifier.load(folder)
    values = [java.getOrDefault(java.getParam(name)) for name in ("factorSize", "seed")]
    assert (java.uid(), values) == (stage.uid, [3, 5])
    java.set(java.getParam("factorSize").w(2))
    java.write().save(folder + "-java")
    loaded = MiniBatchFMClassifier.load(folder + "-java")
    assert (loaded.getFactorSize(), loaded.getRegParam()) == (2, 0.01)
    assert not loaded.isSet(loaded.stepSize)
    assert weights(loaded.fit(table)) == weights(FMClassificationModel(java.fit(table._jdf)))
