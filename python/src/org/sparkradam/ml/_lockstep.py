"""Models of one stage under many param maps, which the JVM trains side by side."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, Iterator, Sequence

from pyspark.sql import DataFrame

if TYPE_CHECKING:
    from org.sparkradam.ml._stage import MiniBatchStage
    from pyspark.ml._typing import ParamMap


class LockstepModels(Iterator["tuple[int, Any]"]):
    """Hands out index and model; the first that is asked for waits until all are trained."""

    def __init__(
        self, stage: MiniBatchStage, dataset: DataFrame, paramMaps: Sequence[ParamMap]
    ) -> None:
        from pyspark import SparkContext

        jvm: Any = SparkContext._jvm
        gateway: Any = SparkContext._gateway
        # Later changes to the stage are none of its fits'.
        self._stages = [stage.copy(dict(given)) for given in paramMaps]
        maps = gateway.new_array(jvm.org.apache.spark.ml.param.ParamMap, len(paramMaps))
        for index, given in enumerate(paramMaps):
            maps[index] = stage._transfer_param_map_to_java(dict(given))
        own = stage.copy()
        own._transfer_params_to_java()
        self._java = jvm.org.sparkradam.ml.LockstepModels.of(own._java_obj, dataset._jdf, maps)
        self._next = 0
        self._lock = Lock()

    def __next__(self) -> tuple[int, Any]:
        with self._lock:
            index = self._next
            if index == len(self._stages):
                raise StopIteration
            self._next += 1
        stage = self._stages[index]
        return index, stage._copyValues(stage._create_model(self._java.model(index)))
