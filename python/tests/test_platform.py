"""What is said where Spark, Java or the jar are not what they have to be."""

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import requires
from zipfile import ZipFile

import pyspark
import pytest
from conftest import classic, connect
from org.sparkradam.ml import _jvm
from org.sparkradam.ml._jvm import check_connect, problem
from org.sparkradam.ml._pyspark import check_version, release
from packaging.requirements import Requirement

import sparkradam
from sparkradam import _session


@pytest.mark.parametrize("version", ["3.5.0", "3.5.6+vendor.1", "4.0.1", "4.1.0", "4.2.1.dev0"])
def test_supported_versions_of_pyspark(version):
    check_version(version)


@pytest.mark.parametrize("version", ["3.4.4", "2.4.8", "4.3.0", "5.0.0", "unknown"])
def test_other_versions_of_pyspark_are_refused(version):
    with pytest.raises(ImportError, match=re.escape(f">= 3.5, < 4.3, but found pyspark {version}")):
        check_version(version)


@pytest.mark.parametrize("version", ["4.0.0", "4.0.0.dev2", "4.0.0+vendor"])
def test_a_spark_that_runs_no_stages_but_its_own_is_refused_by_name(version):
    message = f"needs Spark 4.0.1 or newer, but found pyspark {version}"
    with pytest.raises(ImportError, match=re.escape(message)):
        check_version(version)


def test_pip_takes_no_pyspark_that_is_refused():
    required = [Requirement(text) for text in requires("spark-radam")]
    versions = [one.specifier for one in required if one.name == "pyspark"]
    assert len(versions) == 2
    for specifier in versions:
        assert [v for v in ("4.0.0", "4.0.1", "4.2.9", "4.3.0") if v in specifier] == [
            "4.0.1",
            "4.2.9",
        ]


@pytest.mark.parametrize("end", ["client", "server"])
def test_connect_needs_a_spark_that_can_do_it(end):
    for version in ("4.0.1", "4.1.0-preview3", "4.2.0", "5.0.0"):
        check_connect(end, version)
    for version in ("3.5.9", "4.0.0"):
        message = f"over Connect spark-radam needs Spark 4.0.1 or newer, but the {end} has {version}"
        with pytest.raises(RuntimeError, match=re.escape(message)):
            check_connect(end, version)


def test_an_old_client_is_told_before_anything_crosses(monkeypatch):
    monkeypatch.setattr(_jvm, "is_remote", lambda: True)
    monkeypatch.setattr(_jvm, "__version__", "3.5.9")
    with pytest.raises(RuntimeError, match="the client has 3.5.9"):
        sparkradam.MiniBatchFMClassifier()


@connect
def test_an_old_server_is_told_before_the_fit(spark, table, monkeypatch):
    monkeypatch.setattr(type(spark), "version", property(lambda session: "4.0.0"))
    with pytest.raises(RuntimeError, match="the server has 4.0.0"):
        sparkradam.MiniBatchLinearSVC().fit(table)


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


def test_without_pyspark_it_says_what_to_install():
    done = run("import sys; sys.modules['pyspark'] = None; import sparkradam")
    last = done.stderr.splitlines()[-1]
    assert last.startswith("ImportError: spark-radam needs pyspark >= 3.5, < 4.3: that of the")
    assert last.endswith("pip install 'spark-radam[spark]'")


def test_python_files_are_in_the_jar_too():
    jar = sparkradam.jar_path()
    done = run(
        "import sys, sparkradam; print(sparkradam.__file__,"
        " sys.modules['org.sparkradam.ml'].__file__, sparkradam.jar_path())",
        PYTHONPATH=jar,
    )
    files = [f"{jar}/{name}/__init__.py" for name in ("sparkradam", "org/sparkradam/ml")]
    assert done.stdout.split() == [*files, jar], done.stderr


def test_folders_of_python_files_are_in_the_jar_by_name():
    """Without them Python finds no package in a jar but one that has a file of its own."""
    with ZipFile(sparkradam.jar_path()) as jar:
        assert {"org/", "org/sparkradam/", "org/sparkradam/ml/"} <= set(jar.namelist())


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
        "import sys, sparkradam\n"
        "sparkradam.MiniBatchFMClassifier()\n"
        "print('by', sparkradam.__file__, sys.modules['org.sparkradam.ml'].__file__)\n"
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
    files = r"by (\S+\.jar)/sparkradam/__init__\.py \1/org/sparkradam/ml/__init__\.py"
    assert re.search(files, done.stdout), done.stdout + done.stderr


@classic
def test_session_without_the_jar_says_so():
    done = run(
        "from pyspark.sql import SparkSession; import sparkradam;"
        "SparkSession.builder.master('local[1]').config('spark.ui.enabled', 'false').getOrCreate();"
        "sparkradam.MiniBatchFMClassifier()"
    )
    assert "this Spark session has no jar of spark-radam" in done.stderr


@classic
def test_session_with_another_lines_jar_says_so():
    line = _session._scala_line()
    others = [jar for jar in _session._jars() if f"_{line}-" not in jar.name]
    if not others:
        pytest.skip("the jar of no other line of Scala was built")
    done = run(
        "from pyspark.sql import SparkSession; import sparkradam;"
        "SparkSession.builder.master('local[1]').config('spark.ui.enabled', 'false')"
        f".config('spark.jars', '{others[0]}').getOrCreate();"
        "sparkradam.MiniBatchFMClassifier()"
    )
    assert f"Spark runs on Scala {line}" in done.stderr
    assert f"take spark-radam_{line}" in done.stderr


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


@connect
@pytest.mark.skipif(release(pyspark.__version__) < (4, 1), reason="without limits of models")
def test_model_beyond_the_servers_limit_says_so(spark, table):
    limit = "spark.connect.session.connectML.mlCache.memoryControl.maxModelSize"
    spark.conf.set(limit, "10")
    try:
        with pytest.raises(Exception, match="(?s)MODEL_SIZE_OVERFLOW.* smaller than 10 bytes"):
            sparkradam.MiniBatchLinearSVC(maxIter=1).fit(table)
    finally:
        spark.conf.unset(limit)
    sparkradam.MiniBatchLinearSVC(maxIter=1).fit(table)
