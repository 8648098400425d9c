"""Looks whether the JVM behind a session can run the stages, and says what to do if it cannot."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import Iterator, Optional

from org.sparkradam.ml._pyspark import release
from pyspark import __version__
from pyspark.sql.utils import is_remote


def check_jvm(java_class: str) -> None:
    """
    Raises RuntimeError if the session's JVM is too old, or has no jar of its Scala line.

    Over Connect there is no JVM to look at: the server says so itself.
    """
    if is_remote():
        check_connect("client", __version__)
        return
    from pyspark import SparkContext
    from py4j.java_gateway import JavaClass

    jvm = SparkContext._jvm
    if SparkContext._active_spark_context is None or jvm is None:
        raise RuntimeError(
            "there is no Spark session: make one first, as by sparkradam.builder().getOrCreate()"
        )
    java = jvm.java.lang.System.getProperty("java.specification.version")
    scala = jvm.scala.util.Properties.versionNumberString()
    jar = None
    # An older one dies of being asked for the class.
    if major(java) >= 17:
        stage = jvm
        for name in java_class.split("."):
            stage = getattr(stage, name)
        if isinstance(stage, JavaClass):
            loader = jvm.java.lang.Thread.currentThread().getContextClassLoader()
            resource = loader.getResource(java_class.replace(".", "/") + ".class")
            jar = resource.toString() if resource else ""
    found = problem(java, scala, jar)
    if found:
        raise RuntimeError(found)


def check_connect(end: str, version: str) -> None:
    """Raises RuntimeError if an end of a Connect session has a Spark that is too old."""
    if release(version) < (4, 0, 1):
        raise RuntimeError(
            f"over Connect spark-radam needs Spark 4.0.1 or newer, but the {end} has {version}"
        )


@contextmanager
def explain_server() -> Iterator[None]:
    """Raises RuntimeError where a Connect server does not know a stage, with what to do."""
    try:
        yield
    except Exception as e:
        if "Unsupported ML operator" in str(e):
            raise RuntimeError(
                "the Connect server has no jar of spark-radam: it has to be started with it, by"
                " --jars or --packages (addArtifact does not do)"
            ) from e
        raise


def problem(java: str, scala: str, jar: Optional[str]) -> Optional[str]:
    """
    What is wrong with a JVM of these versions that has the stages from this jar, if anything.

    The jar is None where there is no stage, and empty where nobody knows whence it is.
    """
    if major(java) < 17:
        return (
            f"spark-radam needs Java 17 or later, but Spark runs on Java {java}: set JAVA_HOME to"
            " a JDK 17; on Databricks set JNAME=zulu17-ca-amd64 in the cluster's environment"
        )
    line = ".".join(scala.split(".")[:2])
    if jar is None:
        return (
            f"this Spark session has no jar of spark-radam: make it by sparkradam.builder(), or"
            f" give spark.jars=sparkradam.jar_path(), or --packages"
            f" org.sparkradam:spark-radam_{line}:VERSION, before its first session starts"
        )
    other = re.search(r"spark-radam_(\d+\.\d+)", jar)
    if other and other[1] != line:
        return (
            f"the jar of spark-radam is for Scala {other[1]}, but Spark runs on Scala {scala}:"
            f" take spark-radam_{line}"
        )
    return None


def major(java: str) -> int:
    """The number that a Java goes by: 8 for 1.8."""
    return int(java.split(".")[1 if java.startswith("1.") else 0])
