"""Which pyspark the stages work with; looked at before anything of it is used."""

from __future__ import annotations

import re

SUPPORTED = "pyspark >= 3.5, < 4.3"


def check_version(version: str) -> None:
    """Raises ImportError for a pyspark that this package was not made for."""
    found = re.match(r"(\d+)\.(\d+)", version)
    if not found or not (3, 5) <= (int(found[1]), int(found[2])) < (4, 3):
        raise ImportError(f"spark-radam needs {SUPPORTED}, but found pyspark {version}")


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
