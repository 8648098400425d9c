"""What is said where Spark, Java or the jar are not what they have to be."""

import os
import re
import shutil
import subprocess
import sys

import pyspark
import pytest
from conftest import classic, connect
from org.sparkradam.ml._jvm import problem
from org.sparkradam.ml._pyspark import check_version

import sparkradam
from sparkradam import _session


@pytest.mark.parametrize("version", ["3.5.0", "3.5.6+vendor.1", "4.0.1", "4.1.0", "4.2.1.dev0"])
def test_supported_versions_of_pyspark(version):
    check_version(version)


@pytest.mark.parametrize("version", ["3.4.4", "2.4.8", "4.3.0", "5.0.0", "unknown"])
def test_other_versions_of_pyspark_are_refused(version):
    with pytest.raises(ImportError, match=re.escape(f">= 3.5, < 4.3, but found pyspark {version}")):
        check_version(version)


def test_what_is_wrong_with_a_jvm():
    jar = "jar:file:/a/spark-radam_2.13-1.0.jar!/org"
    assert problem("17", "2.13.17", jar) is None
    assert problem("25", "2.13.18", "jar:file:/renamed.jar!/org") is None
    assert problem("17", "2.12.18", "") is None
    assert "JNAME=zulu17-ca-amd64" in problem("1.8", "2.12.18", None)
    assert "runs on Java 11" in problem("11", "2.12.18", None)
    assert "take spark-radam_2.12" in problem("17", "2.12.18", jar)
    assert "org.sparkradam:spark-radam_2.13:VERSION" in problem("17", "2.13.17", None)


def test_jar_of_another_line_is_not_taken(monkeypatch):
    monkeypatch.setattr(_session, "_scala_line", lambda: "2.11")
    with pytest.raises(FileNotFoundError, match=r"Scala 2\.11.*but spark-radam_2\.1[23]-"):
        sparkradam.jar_path()


def test_jar_is_of_the_packages_version():
    version = sparkradam.__version__.replace(".dev0", "-SNAPSHOT")
    assert sparkradam.jar_path().endswith(f"-{version}.jar")


def test_missing_jar_says_how_to_build_it(monkeypatch):
    monkeypatch.setattr(_session, "_jars", lambda: [])
    with pytest.raises(FileNotFoundError, match="none at all.*mvn -Dmaven.test.skip package"):
        sparkradam.jar_path()


def test_scala_line_is_that_of_spark_home(monkeypatch, tmp_path):
    (tmp_path / "jars").mkdir()
    (tmp_path / "jars/scala-library-2.12.18.jar").touch()
    monkeypatch.setenv("SPARK_HOME", str(tmp_path))
    assert _session._scala_line() == "2.12"


def run(code, **environment):
    """Python code in a process of its own."""
    script = [sys.executable, "-c", code]
    return subprocess.run(
        script, env={**os.environ, **environment}, capture_output=True, text=True
    )


def test_python_files_are_in_the_jar_too():
    jar = sparkradam.jar_path()
    done = run(
        "import sparkradam; from org.sparkradam.ml import MiniBatchFMClassifier as stage;"
        "print(sparkradam.__file__, stage.__module__, sparkradam.jar_path())",
        PYTHONPATH=jar,
    )
    assert done.stdout.split() == [f"{jar}/sparkradam/__init__.py", "org.sparkradam.ml", jar], (
        done.stderr
    )


@classic
def test_packages_alone_serve_both(tmp_path):
    """spark-submit puts the jars of packages on the Python path as well."""
    line = _session._scala_line()
    place = tmp_path / f"org/sparkradam/spark-radam_{line}/0"
    place.mkdir(parents=True)
    shutil.copy(sparkradam.jar_path(), place / f"spark-radam_{line}-0.jar")
    (place / f"spark-radam_{line}-0.pom").write_text(
        "<project><modelVersion>4.0.0</modelVersion><groupId>org.sparkradam</groupId>"
        f"<artifactId>spark-radam_{line}</artifactId><version>0</version></project>"
    )
    settings = tmp_path / "ivysettings.xml"
    settings.write_text(
        '<ivysettings><settings defaultResolver="here"/><resolvers>'
        f'<ibiblio name="here" m2compatible="true" root="{tmp_path.as_uri()}"/>'
        "</resolvers></ivysettings>"
    )
    script = tmp_path / "job.py"
    script.write_text(
        "from pyspark.sql import SparkSession\n"
        "spark = SparkSession.builder.getOrCreate()\n"
        "import sparkradam\n"
        "print('made', sparkradam.MiniBatchFMClassifier(), sparkradam.__file__)\n"
    )
    done = subprocess.run(
        [
            *[f"{os.path.dirname(pyspark.__file__)}/bin/spark-submit", "--master", "local[1]"],
            *["--conf", "spark.ui.enabled=false"],
            *["--conf", f"spark.jars.ivySettings={settings}"],
            *["--conf", f"spark.jars.ivy={tmp_path}/ivy"],
            *["--packages", f"org.sparkradam:spark-radam_{line}:0", script],
        ],
        capture_output=True,
        text=True,
    )
    assert re.search(r"made MiniBatchFMClassifier_\w+ .*\.jar/sparkradam/", done.stdout), (
        done.stderr
    )


@classic
def test_session_without_the_jar_says_so():
    done = run(
        "from pyspark.sql import SparkSession; import sparkradam;"
        "SparkSession.builder.master('local[1]').config('spark.ui.enabled', 'false').getOrCreate();"
        "sparkradam.MiniBatchFMClassifier()"
    )
    assert "this Spark session has no jar of spark-radam" in done.stderr


@classic
def test_no_session_says_so():
    done = run("import sparkradam; sparkradam.MiniBatchFMClassifier()")
    assert "there is no Spark session" in done.stderr


@connect
def test_server_without_the_stage_says_so(table):
    class Unheard(sparkradam.MiniBatchLinearSVC):
        pass

    with pytest.raises(RuntimeError, match="the Connect server has no jar of spark-radam"):
        Unheard().fit(table)
