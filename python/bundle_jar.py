"""Puts the jar that Maven has built into the distributions, as sparkradam/jars/."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleJar(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        # A source distribution has brought its jars along.
        jars = list((root / "src/sparkradam/jars").glob("*.jar")) or [
            jar
            for jar in (root.parent / "target").glob("spark-radam_*.jar")
            if not jar.stem.endswith(("-sources", "-javadoc", "-tests"))
        ]
        if not jars and version != "editable":
            raise FileNotFoundError("there is no jar in ../target: mvn package -DskipTests builds it")
        folder = "src/sparkradam/jars" if self.target_name == "sdist" else "sparkradam/jars"
        for jar in jars:
            build_data["force_include"][str(jar)] = f"{folder}/{jar.name}"
