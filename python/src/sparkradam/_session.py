"""The jar of the stages, and sessions that have it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

# As Spark 4 does itself, for kernels by the Vector API; a Java too old for it starts all the same,
# and a stage says then which one it needs.
_JAVA_OPTIONS = "-XX:+IgnoreUnrecognizedVMOptions --add-modules=jdk.incubator.vector"


def jar_path() -> str:
    """
    The path of the jar for the Scala line of the installed Spark: the one inside this package, or
    in a checkout the one that Maven has built.

    Raises
    ------
    FileNotFoundError
        if there is none, or only of other lines
    """
    line = _scala_line()
    jars = _jars()
    for jar in jars:
        if f"_{line}-" in jar.name:
            return str(jar)
    there = ", ".join(jar.name for jar in jars) or "none at all"
    raise FileNotFoundError(
        f"there is no jar of spark-radam for Scala {line}, which the installed Spark runs on, but"
        f" {there}. pyspark 4 runs on Scala 2.13, and pyspark 3.5 as pip installs it on 2.12; in a"
        " checkout build it first: mvn -Dmaven.test.skip package, for Scala 2.12 ./mvn-scala-2.12"
        " in the place of mvn"
    )


def builder() -> SparkSession.Builder:
    """
    ``SparkSession.builder`` with the jar, for a session that runs Spark here or on a cluster.

    It has to make the first session of its Python process, as Spark starts with its jars. Jars of
    your own go beside ours: ``.config("spark.jars", f"{sparkradam.jar_path()},mine.jar")``.
    """
    from pyspark.sql import SparkSession

    return (
        SparkSession.builder.config("spark.jars", jar_path())
        .config("spark.driver.defaultJavaOptions", _JAVA_OPTIONS)
        .config("spark.executor.defaultJavaOptions", _JAVA_OPTIONS)
    )


def _jars() -> list[Path]:
    """All there are, the newest first."""
    package = Path(__file__).resolve().parent
    # Python files are in the jar, too.
    if package.parent.suffix == ".jar":
        return [package.parent]
    folders = [package / "jars"]
    checkout = package.parents[2]
    if (checkout / "pom.xml").exists():
        folders = [checkout / "target", checkout / "target/scala-2.12", *folders]
    jars = [jar for folder in folders for jar in folder.glob("spark-radam_*.jar")]
    built = [jar for jar in jars if not re.search(r"-(sources|javadoc|tests)\.jar$", jar.name)]
    return sorted(built, key=lambda jar: jar.stat().st_mtime, reverse=True)


def _scala_line() -> str:
    import pyspark

    home = os.environ.get("SPARK_HOME") or os.path.dirname(pyspark.__file__)
    for library in Path(home, "jars").glob("scala-library-*.jar"):
        return ".".join(library.name.split("-")[2].split(".")[:2])
    # pyspark-client has no jars.
    return "2.12" if pyspark.__version__.startswith("3.") else "2.13"
