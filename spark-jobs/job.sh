# Sourced by one launcher a job: run_job MAIN_CLASS [SPARK OPTION ... --] [JOB OPTION ...]
# shellcheck shell=bash
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

# Where the job is, if not in the library's own jar.
application=

run_job() {
  local main=$1 spark_options=() job_options=() master='' word
  shift
  # What stands before -- is Spark's, if there is a -- at all.
  for word in "$@"; do
    if [ "$word" = -- ] && [ ${#spark_options[@]} -eq 0 ]; then
      spark_options=(${job_options[@]+"${job_options[@]}"})
      job_options=()
    else
      job_options+=("$word")
    fi
  done
  # The master is Spark's to know before our main class runs.
  set -- ${job_options[@]+"${job_options[@]}"}
  while [ $# -gt 0 ]; do
    case $1 in
      --master) master=${2:-} ;;
      --master=*) master=${1#--master=} ;;
    esac
    shift
  done
  case $master in
    '' | local* | spark://* | yarn | k8s://*) ;;
    *) fail "--master $master: must be local, local[N], local[*], spark://HOST:PORT, yarn or k8s://URL" 2 ;;
  esac
  [ -z "$master" ] || spark_options+=(--master "$master")
  case ${master:-${MASTER:-local}} in
    # Nobody on another machine has to reach the driver of a cluster that is all here.
    local* | spark://127.*) export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1} ;;
  esac
  [ -z "$application" ] || spark_options+=(--jars "$jar")
  exec "$project/spark-jobs/spark-submit" ${spark_options[@]+"${spark_options[@]}"} \
    --class "org.sparkradam.jobs.$main" "${application:-$jar}" ${job_options[@]+"${job_options[@]}"}
}
