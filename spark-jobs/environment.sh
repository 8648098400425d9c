# Sourced by the launchers: finds or makes what they need. Sets java, jar and SPARK_HOME.
# shellcheck shell=bash

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
export SPARK_RADAM_HOME=$project
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# A jar is for the Scala that its Spark runs on: that of SPARK_HOME, or the 2.13 of the Spark that Maven resolves.
scala=2.13 built=$project/target maven=mvn
command -v mvn >/dev/null || maven=./mvnw
if compgen -G "${SPARK_HOME:-}/jars/scala-library-2.12.*.jar" >/dev/null; then
  scala=2.12 built=$project/target/scala-2.12 maven=./mvn-scala-2.12
fi

fail() {
  echo "${0##*/}: $1" >&2
  exit "${2:-1}"
}

# charset [NAME=VALUE]: what a JVM takes its environment's to be, given the variable.
charset() {
  env "$@" "$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *native\.encoding = //p'
}

# By its locale a JVM reads its command line, names files and prints. One of ASCII (cron's, many a container's, one
# that is not installed) is nobody's choice and loses all other letters; another character set is the terminal's own.
use_utf8() {
  local locale
  case $1 in
    ANSI_X3.4-1968 | US-ASCII | 646)
      # macOS has no C.UTF-8.
      for locale in C.UTF-8 en_US.UTF-8; do
        if [ "$(charset LC_ALL=$locale)" = UTF-8 ]; then
          export LC_ALL=$locale
          return
        fi
      done
      ;;
  esac
}

# newest_jar NAME: nothing where nothing was built yet.
newest_jar() {
  { find "$built" -maxdepth 1 -name "$1_$scala-*.jar" ! -name '*-sources.jar' ! -name '*-javadoc.jar' ! -name '*-tests.jar' 2>/dev/null || true; } |
    sort | tail -n 1
}

# A jar that was handed out without its sources is never built again.
stale() {
  [ -z "$jar" ] || [ ! -e "$built/spark-classpath.txt" ] ||
    [ -n "$(find "$project/pom.xml" "$project/src/main" "$project/src/benchmark" "$project/python/src" -newer "$jar" ! -path '*/python/src*' -print \
      -o -newer "$jar" -name '*.py' -print 2>/dev/null | head -n 1)" ]
}

build() {
  mkdir -p "$project/target"
  local log=$project/target/build.log
  echo "building spark-radam with Maven (a first run downloads Spark, some 400 MB; log: target/build.log)" >&2
  (cd "$project" && "$maven" -B -ntp -P '!lakes' -Dmaven.test.skip -Djacoco.skip -Dspotless.check.skip package) >"$log" 2>&1 ||
    { grep -m 5 '^\[ERROR\]' "$log" >&2; fail "the build failed; its log is target/build.log"; }
  # Maven leaves an unchanged jar as old as it was.
  jar=$(newest_jar spark-radam)
  touch "$jar"
}

# SPARK_HOME as Spark's scripts know it, of links to the jars that Maven resolved.
link_spark_home() {
  local home=$project/target/spark-home list=$project/target/spark-classpath.txt
  if [ ! -e "$home/complete" ] || [ "$list" -nt "$home/complete" ]; then
    local fresh
    fresh=$(mktemp -d "$project/target/spark-home.XXXXXX")
    mkdir "$fresh/jars"
    tr ':' '\n' <"$list" | while IFS= read -r entry || [ -n "$entry" ]; do [ -z "$entry" ] || ln -sf "$entry" "$fresh/jars/"; done
    ln -s "$project/spark-jobs/conf" "$fresh/conf"
    touch "$fresh/complete"
    rm -rf "$home"
    mv "$fresh" "$home"
  fi
  export SPARK_HOME=$home
  export SPARK_SCALA_VERSION=2.13
  # Spark's default of 1 GB is too small for the tables that the jobs are about.
  export SPARK_DRIVER_MEMORY=${SPARK_DRIVER_MEMORY:-4g}
}

# A launcher that was called by one has its locale.
if [ -z "${SPARK_RADAM_CHARSET:-}" ]; then
  SPARK_RADAM_CHARSET=$(charset) || fail "there is no java; install JDK 17 or set JAVA_HOME"
  export SPARK_RADAM_CHARSET
  use_utf8 "$SPARK_RADAM_CHARSET"
fi
jar=$(newest_jar spark-radam)
if stale; then build; fi
[ -n "${SPARK_HOME:-}" ] || link_spark_home
[ -d "$SPARK_HOME/jars" ] || fail "SPARK_HOME is $SPARK_HOME, where there is no folder jars; name a Spark distribution, or unset it to use the Spark that Maven resolves" 2

# What bin/spark-class of a Spark distribution does: Spark's launcher works out the JVM's command.
# command_of CLASS ARG...: leaves it in the array `command`.
command_of() {
  command=()
  local word
  while IFS= read -r -d '' word; do
    command+=("$word")
  done < <("$java" -Xmx128m -cp "$SPARK_HOME/jars/*" org.apache.spark.launcher.Main "$@")
  # What stands before the first NUL is said to the user; the command begins on the line after it.
  [ -z "${command[0]:-}" ] || echo "${command[0]}" >&2
  [ "${#command[@]}" -gt 1 ] || fail "Spark's launcher did not take: $*" 2
  command=("${command[1]#$'\n'}" "${command[@]:2}")
}
