"""Which pyspark the stages work with; looked at before anything of it is used."""

from __future__ import annotations

import re

SUPPORTED = "pyspark >= 3.5, < 4.3"


def check_version(version: str) -> None:
    """Raises ImportError for a pyspark that this package was not made for."""
    if not (3, 5) <= release(version) < (4, 3):
        raise ImportError(f"spark-radam needs {SUPPORTED}, but found pyspark {version}")
    if release(version) == (4, 0, 0):
        raise ImportError(
            f"spark-radam needs Spark 4.0.1 or newer, but found pyspark {version}, which runs no"
            " stages but its own (SPARK-52259)"
        )


def release(version: str) -> tuple[int, ...]:
    """The three numbers that a version begins with; none, if it begins otherwise."""
    found = re.match(r"(\d+)\.(\d+)(?:\.(\d+))?", version)
    return tuple(int(number or 0) for number in found.groups()) if found else ()


def require_pyspark() -> None:
    """Raises ImportError if there is no pyspark, or another than this package was made for."""
    try:
        import pyspark
    except ImportError as e:
        raise ImportError(
            f"spark-radam needs {SUPPORTED}: that of the cluster, or pip install"
            " 'spark-radam[spark]'"
        ) from e
    check_version(pyspark.__version__)
