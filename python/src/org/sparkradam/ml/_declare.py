"""How a stage's params are declared: once each, with all that is to be known of it."""

from __future__ import annotations

from typing import Any, Callable, Optional, TypeVar

from pyspark.ml.linalg import Vector
from pyspark.ml.param import Param, Params, TypeConverters

T = TypeVar("T")
S = TypeVar("S", bound=Params)


class StageParam(Param[T]):
    """A param with the default that the Java stage has; None: chosen by what is trained on."""

    def __init__(
        self, name: str, doc: str, converter: Callable[[Any], T], default: Optional[T]
    ) -> None:
        super().__init__(Params._dummy(), name, doc, converter)
        self.default = default


def whole(name: str, doc: str, default: Optional[int] = None) -> StageParam[int]:
    return StageParam(name, doc, TypeConverters.toInt, default)


def real(name: str, doc: str, default: Optional[float] = None) -> StageParam[float]:
    return StageParam(name, doc, TypeConverters.toFloat, default)


def text(name: str, doc: str, default: Optional[str] = None) -> StageParam[str]:
    return StageParam(name, doc, TypeConverters.toString, default)


def flag(name: str, doc: str, default: bool) -> StageParam[bool]:
    return StageParam(name, doc, TypeConverters.toBoolean, default)


def wholes(name: str, doc: str) -> StageParam[list[int]]:
    return StageParam(name, doc, TypeConverters.toListInt, None)


def texts(name: str, doc: str) -> StageParam[list[str]]:
    return StageParam(name, doc, TypeConverters.toListString, None)


def vector(name: str, doc: str) -> StageParam[Vector]:
    return StageParam(name, doc, TypeConverters.toVector, None)


def getter(param: StageParam[T]) -> Callable[[Any], T]:
    """The method that returns the param's value or default."""

    def get(self: Any) -> Any:
        return self.getOrDefault(param.name)

    return _named(get, "get", param, "The value or default of: ")


def setter(param: StageParam[T]) -> Callable[[S, T], S]:
    """The method that sets the param and returns the stage."""

    def set_value(self: Any, value: Any) -> Any:
        return self._set(**{param.name: value})

    return _named(set_value, "set", param, "Sets: ")


def _named(method: Any, verb: str, param: StageParam[Any], intro: str) -> Any:
    method.__name__ = verb + param.name[0].upper() + param.name[1:]
    default = "" if param.default is None else f"; default {param.default}"
    method.__doc__ = f"{intro}{param.doc}{default}."
    return method
