"""Puts the jars that Maven has built into the distributions, as sparkradam/jars/."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleJar(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        release = self.metadata.version.replace(".dev0", "-SNAPSHOT")
        # A source distribution has brought its jars along.
        folders = ["src/sparkradam/jars", "../target", "../target/scala-2.12"]
        jars = {
            jar.name: jar
            for folder in folders
            for jar in (root / folder).glob(f"spark-radam_2.*-{release}.jar")
        }
        if not jars and version != "editable":
            raise FileNotFoundError(
                f"there is no jar of version {release} in ../target: mvn -Dmaven.test.skip package"
                " builds that of Scala 2.13, ./mvn-scala-2.12 -Dmaven.test.skip package that of 2.12"
            )
        for line in ("2.12", "2.13"):
            if f"spark-radam_{line}-{release}.jar" not in jars:
                self.app.display_warning(f"no jar for Scala {line} goes into this distribution")
        folder = "src/sparkradam/jars" if self.target_name == "sdist" else "sparkradam/jars"
        for name, jar in jars.items():
            build_data["force_include"][str(jar)] = f"{folder}/{name}"
