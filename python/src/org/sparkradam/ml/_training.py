"""How a stage trains, but for its update rule: the same params in every stage."""

from __future__ import annotations

from org.sparkradam.ml._declare import getter, real, setter, text, whole
from pyspark.ml.param import Params
from pyspark.ml.param.shared import (
    HasAggregationDepth,
    HasCheckpointInterval,
    HasMaxIter,
    HasSeed,
    HasStepSize,
    HasTol,
    HasValidationIndicatorCol,
)


class HasBudget(HasMaxIter, HasTol, HasStepSize, HasAggregationDepth, HasSeed):
    """How long and how fast a stage trains; what is not set is chosen by the number of rows."""

    maxIter = whole("maxIter", "number of steps (>= 0); not set: chosen by the number of rows")
    setMaxIter = setter(maxIter)

    tol = real(
        "tol",
        "training stops once an epoch's mean loss is not lower than that of the epoch before by"
        " more than this share of it (>= 0); 0: never",
        0.0,
    )
    setTol = setter(tol)

    stepSize = real(
        "stepSize",
        "learning rate before schedule and warm-up, on standardised features (> 0); not set:"
        " chosen by the model",
    )
    setStepSize = setter(stepSize)

    batchSize = whole(
        "batchSize",
        "rows of a minibatch (>= 1); all rows or more: full batch; not set: chosen by the number"
        " of rows",
    )
    getBatchSize = getter(batchSize)
    setBatchSize = setter(batchSize)

    numPartitions = whole(
        "numPartitions",
        "partitions of the cached training blocks (>= 1); not set: chosen by their bytes",
    )
    getNumPartitions = getter(numPartitions)
    setNumPartitions = setter(numPartitions)

    aggregationDepth = whole(
        "aggregationDepth",
        "levels of a step's sum (>= 1), 1 being all on the driver; not set: chosen by size",
    )
    setAggregationDepth = setter(aggregationDepth)

    seed = whole("seed", "random seed of the shuffle and the order of minibatches", 42)
    setSeed = setter(seed)

    trainOn = text(
        "trainOn",
        "where rows lie and steps are computed, which changes no bit: auto, driver, executors;"
        " auto: the driver if they fit into a fair share of its heap",
        "auto",
    )
    getTrainOn = getter(trainOn)
    setTrainOn = setter(trainOn)

    shuffle = text(
        "shuffle",
        "which rows share a chunk: global, partition; global: whoever the seed says; partition:"
        " those of a partition of the table, for tables in random order",
        "global",
    )
    getShuffle = getter(shuffle)
    setShuffle = setter(shuffle)

    featurePrecision = text(
        "featurePrecision", "how exactly features are stored: double, single", "double"
    )
    getFeaturePrecision = getter(featurePrecision)
    setFeaturePrecision = setter(featurePrecision)


class HasValidation(HasValidationIndicatorCol):
    """Rows held out of training, on which the best weights are chosen and training stops early."""

    validationIndicatorCol = text(
        "validationIndicatorCol",
        "column that is true in the rows held out for early stopping; not set: none",
    )
    setValidationIndicatorCol = setter(validationIndicatorCol)

    validationInterval = whole(
        "validationInterval",
        "steps between two evaluations on held-out rows (>= 1); not set: about an epoch",
    )
    getValidationInterval = getter(validationInterval)
    setValidationInterval = setter(validationInterval)

    validationPatience = whole(
        "validationPatience",
        "evaluations without a new best after which training stops (>= 1)",
        10,
    )
    getValidationPatience = getter(validationPatience)
    setValidationPatience = setter(validationPatience)


class HasCheckpoints(HasCheckpointInterval):
    """Where a fit leaves what it needs to go on after its driver died; all paths are the server's."""

    checkpointDir = text("checkpointDir", "folder of the checkpoints of fits; not set: none")
    getCheckpointDir = getter(checkpointDir)
    setCheckpointDir = setter(checkpointDir)

    checkpointInterval = whole("checkpointInterval", "steps between two checkpoints (>= 1)", 100)
    setCheckpointInterval = setter(checkpointInterval)


class HasMonitoring(Params):
    """What a fit tells while it runs."""

    metricsPath = text(
        "metricsPath", "folder where each fit writes its metrics as JSON lines; not set: none"
    )
    getMetricsPath = getter(metricsPath)
    setMetricsPath = setter(metricsPath)


class HasInitialModel(Params):
    """A saved model that training goes on from."""

    initialModelPath = text(
        "initialModelPath",
        "folder of a saved model of the same kind and shape to go on from; not set: none",
    )
    getInitialModelPath = getter(initialModelPath)
    setInitialModelPath = setter(initialModelPath)
