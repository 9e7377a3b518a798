#!/usr/bin/env bash
# A rolling restart under load: three nodes are ended with SIGTERM and started again, one after the other, while a balancer
# that asks /tollgate/ready sends them requests. Prints requests and failures; the status is 1 if there was a failure.
# usage: rolling.sh [--rounds N] [--rate N] [--port N]; needs the AWS CLI and PostgreSQL.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
home=$(cd "$here/../.." && pwd)
rounds=1 rate=500 port=24200
while [ $# -gt 0 ]; do
  case "$1" in
    --rounds) rounds="$2"; shift 2 ;;
    --rate) rate="$2"; shift 2 ;;
    --port) port="$2"; shift 2 ;;
    *) echo "rolling.sh: unknown option $1" >&2; exit 1 ;;
  esac
done
nodes=3
express_port=$((port + 10))
data="${TMPDIR:-/tmp}/td-cluster-rolling"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

# shellcheck source=it-tests/bench/mock-api.sh
. "$here/mock-api.sh"

is_ready() { curl -sf -o /dev/null --max-time 2 "http://127.0.0.1:$1/tollgate/ready"; }

restart() {
  local node=$1 began=$SECONDS server
  server=$(cat "$data/node-$node/pid")
  kill -TERM "$server"
  while kill -0 "$server" 2>/dev/null; do sleep 0.2; done
  printf 'node %d ended after %d s' "$node" $((SECONDS - began))
  began=$SECONDS
  until is_ready $((express_port + node - 1)); do
    kill -0 "$cluster" 2>/dev/null || { echo "; the cluster has ended" >&2; exit 1; }
    sleep 0.2
  done
  printf ', was ready again %d s later\n' $((SECONDS - began))
}

rm -rf "$data"
: >"$data.out"
"$home/tollgate" cluster up --nodes "$nodes" --data "$data" --port "$port" --express-port "$express_port" \
  --cluster-port $((port + 20)) --db-port $((port + 30)) >"$data.out" 2>&1 &
cluster=$!
trap 'kill -TERM "$cluster" 2>/dev/null || true; wait "$cluster" || true' EXIT
until grep -q '^ready' "$data.out"; do
  kill -0 "$cluster" 2>/dev/null || { cat "$data.out" >&2; exit 1; }
  sleep 0.5
done
export AWS_SHARED_CREDENTIALS_FILE="$data/node-1/credentials" AWS_PROFILE=tollgate AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
mock_api rolling
for ((n = 0; n < nodes; n++)); do
  until curl -sf -o /dev/null "http://127.0.0.1:$((express_port + n))/_aws/execute-api/$api/s/x"; do sleep 0.2; done
done

out="$data/load" input="$data/load.input"
mkfifo "$input"
ports=()
for ((n = 0; n < nodes; n++)); do ports+=($((express_port + n))); done
"$java" -Xmx64m -XX:+UseSerialGC "$here/Balance.java" "/_aws/execute-api/$api/s/x" "$rate" "${ports[@]}" <"$input" >"$out" &
load=$!
exec 3>"$input"
until grep -q begin "$out"; do sleep 0.1; done
sleep 3
for ((round = 0; round < rounds; round++)); do
  for ((n = 1; n <= nodes; n++)); do
    restart "$n"
    sleep 2
  done
done
sleep 3
exec 3>&-
wait "$load"
grep -v begin "$out"
grep -q 'failures 0$' "$out"
