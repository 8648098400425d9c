"""What all stages have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterator, Mapping, Optional, Sequence, TypeVar

from org.sparkradam.ml._declare import StageParam
from org.sparkradam.ml._features import HasFeaturesCols
from org.sparkradam.ml._jvm import check_connect, check_jvm, explain_server
from org.sparkradam.ml._lockstep import LockstepModels
from org.sparkradam.ml._optimizer import HasOptimizer, HasOptimizerVariants
from org.sparkradam.ml._training import (
    HasBudget,
    HasCheckpoints,
    HasInitialModel,
    HasMonitoring,
    HasValidation,
)
from pyspark.ml.param import Param, Params
from pyspark.ml.wrapper import JavaEstimator
from pyspark.sql import DataFrame
from pyspark.sql.utils import is_remote

if TYPE_CHECKING:
    from pyspark.ml._typing import ParamMap

S = TypeVar("S", bound="MiniBatchStage")
P = TypeVar("P", bound=Params)


class MiniBatchStage(
    JavaEstimator[Any],
    HasFeaturesCols,
    HasBudget,
    HasOptimizer,
    HasOptimizerVariants,
    HasValidation,
    HasCheckpoints,
    HasMonitoring,
    HasInitialModel,
):
    """A stage, whose Java twin has the same name."""

    # pyspark looks for it even when it lets go of a stage whose keywords were refused.
    _java_obj = None

    def __init__(self) -> None:
        super().__init__()
        for param in self.params:
            if isinstance(param, StageParam):
                # Mix-ins of pyspark's have other defaults, some where ours is to be found out.
                self._defaultParamMap.pop(param, None)
                if param.default is not None:
                    self._setDefault(**{param.name: param.default})
        java_class = f"{type(self).__module__}.{type(self).__name__}"
        check_jvm(java_class)
        self._java_obj = self._new_java_obj(java_class, self.uid)

    def _take(self: S, values: Mapping[str, Any]) -> S:
        """Sets params by keyword; None leaves one as it is."""
        for name in values:
            if not self.hasParam(name):
                raise TypeError(f"{type(self).__name__} has no param {name!r}")
        return self._set(**values)

    def _fit(self, dataset: DataFrame) -> Any:
        if is_remote():
            check_connect("server", dataset.sparkSession.version)
        with explain_server():
            return super()._fit(dataset)

    def fitMultiple(
        self, dataset: DataFrame, paramMaps: Sequence[ParamMap]
    ) -> Iterator[tuple[int, Any]]:
        """
        The models of many param maps with their indices, in order; safe among threads.

        Maps that agree in rows, minibatches, seed and shape train side by side in one pass. Over
        Connect, which carries plain params only, each is fitted when its turn comes.
        """
        if is_remote():
            return super().fitMultiple(dataset, paramMaps)
        return LockstepModels(self, dataset, paramMaps)

    def clear(self, param: Param[Any]) -> None:
        """Clears a param that was set."""
        # Over Connect pyspark's own does nothing.
        if self._java_obj is None or isinstance(self._java_obj, str):
            Params.clear(self, param)
        else:
            super().clear(param)

    def _copyValues(self, to: P, extra: Optional[Any] = None) -> P:
        """Copies params to a copy of the stage, or to a model of Spark's those that it takes."""
        if isinstance(to, MiniBatchStage):
            return super()._copyValues(to, extra)
        theirs = {"solver", "aggregationDepth"}  # of other values in Spark's models
        given = {**self._paramMap, **(extra or {})}
        for param in self.params:
            if to.hasParam(param.name) and param.name not in theirs:
                if param in self._defaultParamMap:
                    to._defaultParamMap[to.getParam(param.name)] = self._defaultParamMap[param]
                if param in given:
                    to._set(**{param.name: given[param]})
        return to
