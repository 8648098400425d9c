# Sourced by one launcher a job: run_job MAIN_CLASS [SPARK OPTION ... --] [JOB OPTION ...]
# shellcheck shell=bash
. "$(dirname "${BASH_SOURCE[0]}")/environment.sh"

run_job() {
  local main=$1 spark_options=() job_options=() master=''
  shift
  if printf '%s\n' "$@" | grep -qx -e '--'; then
    while [ "$1" != -- ]; do spark_options+=("$1"); shift; done
    shift
  fi
  job_options=("$@")
  # The master is Spark's to know before our main class runs.
  while [ $# -gt 0 ]; do
    case $1 in
      --master) master=${2:-} ;;
      --master=*) master=${1#--master=} ;;
    esac
    shift
  done
  [ -z "$master" ] || spark_options+=(--master "$master")
  case ${master:-${MASTER:-local}} in
    # Nobody on another machine has to reach the driver of a cluster that is all here.
    local* | spark://127.*) export SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-127.0.0.1} ;;
  esac
  exec "$project/spark-jobs/spark-submit" ${spark_options[@]+"${spark_options[@]}"} \
    --class "org.sparkradam.jobs.$main" "$jar" ${job_options[@]+"${job_options[@]}"}
}
