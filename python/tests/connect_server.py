"""A Connect server in a JVM of its own, with the jar."""

import os
import signal
import socket
import subprocess
import time

import pyspark
from pyspark.sql import SparkSession

import sparkradam


def connect_session(settings, folder):
    """Yields a session of a new server, and ends both."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = os.path.dirname(pyspark.__file__)
    options = {
        **settings,
        "spark.jars": sparkradam.jar_path(),
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.connect.grpc.binding.port": str(port),
    }
    command = [f"{home}/bin/spark-submit"]
    command += [word for pair in options.items() for word in ("--conf", "=".join(pair))]
    command += ["--class", "org.apache.spark.sql.connect.service.SparkConnectServer"]
    command += ["spark-internal"]
    environment = {**os.environ, "SPARK_HOME": home}
    with open(folder / "log", "w") as log:
        server = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=log, stderr=log, start_new_session=True
        )
    try:
        _wait(server, port, folder / "log")
        session = SparkSession.builder.remote(f"sc://127.0.0.1:{port}").getOrCreate()
        yield session
        session.stop()
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(30)


def _wait(server, port, log):
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise RuntimeError(f"the Connect server did not start:\n{log.read_text()[-4000:]}")
