"""The update rule of a stage: which one, its decays and bounds, and its choices by name."""

from __future__ import annotations

from org.sparkradam.ml._declare import flag, getter, real, setter, text, whole
from pyspark.ml.param import Params
from pyspark.ml.param.shared import HasSolver

_SOLVERS = (
    "how the weights are found: radam, adam, adamw, sgd, nadam, lamb, adabelief,"
    " radam-schedule-free"
)


class HasOptimizer(HasSolver):
    """Rule, decays and bounds; what is not set is the rule's own."""

    solver = text("solver", _SOLVERS, "radam")
    setSolver = setter(solver)

    beta1 = real("beta1", "decay of the first moment, in [0, 1)", 0.9)
    getBeta1 = getter(beta1)
    setBeta1 = setter(beta1)

    beta2 = real(
        "beta2",
        "decay of the second moment, in [0, 1); not set: less in linear models of wide tables",
        0.999,
    )
    getBeta2 = getter(beta2)
    setBeta2 = setter(beta2)

    adamEpsilon = real(
        "adamEpsilon",
        "beside the second moment's root (> 0); not set: 1e-8, lamb 1e-6, adabelief 1e-16",
        1e-8,
    )
    getAdamEpsilon = getter(adamEpsilon)
    setAdamEpsilon = setter(adamEpsilon)

    rhoThreshold = real(
        "rhoThreshold",
        "length of the moving average above which radam rectifies (>= 4; with the exact variance"
        " model >= 2)",
        4.0,
    )
    getRhoThreshold = getter(rhoThreshold)
    setRhoThreshold = setter(rhoThreshold)

    momentum = real("momentum", "of sgd, in [0, 1)", 0.0)
    getMomentum = getter(momentum)
    setMomentum = setter(momentum)

    nesterov = flag("nesterov", "whether sgd looks ahead; needs a momentum > 0", False)
    getNesterov = getter(nesterov)
    setNesterov = setter(nesterov)

    momentumDecay = real(
        "momentumDecay", "how fast nadam's momentum comes to beta1 (>= 0)", 0.004
    )
    getMomentumDecay = getter(momentumDecay)
    setMomentumDecay = setter(momentumDecay)

    weightDecay = real(
        "weightDecay",
        "decoupled weight decay, no part of the objective (>= 0); not set: 0.01 for adamw, else 0",
    )
    getWeightDecay = getter(weightDecay)
    setWeightDecay = setter(weightDecay)

    gradientClip = real(
        "gradientClip", "largest Euclidean norm of a data gradient (> 0); not set: none"
    )
    getGradientClip = getter(gradientClip)
    setGradientClip = setter(gradientClip)

    scaleRateFrom = whole(
        "scaleRateFrom",
        "batchSize that stepSize was found with: the rate is multiplied by the root of batchSize"
        " over this (>= 1); not set: it is not",
    )
    getScaleRateFrom = getter(scaleRateFrom)
    setScaleRateFrom = setter(scaleRateFrom)

    sparseStep = text(
        "sparseStep",
        "which weights a step moves: dense, lazy; lazy: those that the minibatch has a gradient"
        " of, without a penalty",
        "dense",
    )
    getSparseStep = getter(sparseStep)
    setSparseStep = setter(sparseStep)


class HasFullBatchSolver(HasOptimizer):
    """The solvers of linear models, which are lbfgs besides."""

    solver = text("solver", _SOLVERS + ", lbfgs", "radam")
    setSolver = setter(solver)


class HasOptimizerVariants(Params):
    """Choices by name that the update rule has."""

    epsilonPlacement = text(
        "epsilonPlacement",
        "where epsilon stands: raw, corrected; not set: raw for radam, else corrected",
    )
    getEpsilonPlacement = getter(epsilonPlacement)
    setEpsilonPlacement = setter(epsilonPlacement)

    varianceModel = text("varianceModel", "what radam rectifies by: first-order, exact", "first-order")
    getVarianceModel = getter(varianceModel)
    setVarianceModel = setter(varianceModel)

    belowThreshold = text(
        "belowThreshold", "what radam does below its threshold: momentum, skip", "momentum"
    )
    getBelowThreshold = getter(belowThreshold)
    setBelowThreshold = setter(belowThreshold)

    warmup = text(
        "warmup", "none, a number of steps, untuned-linear or untuned-exponential", "none"
    )
    getWarmup = getter(warmup)
    setWarmup = setter(warmup)

    schedule = text(
        "schedule",
        "cosine, constant, inverse-square-root, linear-decay or step, over the steps of the fit;"
        " not set: constant for radam-schedule-free, else cosine",
        "cosine",
    )
    getSchedule = getter(schedule)
    setSchedule = setter(schedule)
