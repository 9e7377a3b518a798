#!/usr/bin/env bash
# Limits of a cluster under load: limit, admitted and error for clusters of 1, 2 and 3 nodes with uneven load, for a rate
# and for a quota; in the last cluster also with a paused node (SIGSTOP) and with one that is killed (kill -9).
# usage: limits.sh [--nodes "1 2 3"] [--seconds N] [--rate N] [--port N]; needs the AWS CLI and PostgreSQL.
set -euo pipefail
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)
home=$(cd "$here/../.." && pwd)
sizes="1 2 3" seconds=20 rate=300 port=24100
data_root="${TMPDIR:-/tmp}"
while [ $# -gt 0 ]; do
  case "$1" in
    --nodes) sizes="$2"; shift 2 ;;
    --seconds) seconds="$2"; shift 2 ;;
    --rate) rate="$2"; shift 2 ;;
    --port) port="$2"; shift 2 ;;
    *) echo "limits.sh: unknown option $1" >&2; exit 1 ;;
  esac
done
burst=$((rate / 3))
quota=$((rate * 2))
warm=4
shares=(70 20 10)
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

# shellcheck source=it-tests/bench/mock-api.sh
. "$here/mock-api.sh"

# A plan with these options and a key in it; puts the key's value into "key".
key_of_plan() {
  local name=$1 plan id
  shift
  plan=$(gw create-usage-plan --name "$name" --api-stages "apiId=$api,stage=s" "$@" --query id)
  read -r id key < <(gw create-api-key --name "$name" --enabled --query '[id,value]')
  gw create-usage-plan-key --usage-plan-id "$plan" --key-id "$id" --key-type API_KEY >/dev/null
}

# load SECONDS KEY TOTAL_RATE NODE...: uneven over the nodes.
load() {
  local time=$1 key=$2 total=$3 targets=() sum=0 n
  shift 3
  for n in "$@"; do sum=$((sum + shares[n - 1])); done
  for n in "$@"; do targets+=("$((port + 9 + n))=$((total * shares[n - 1] / sum))"); done
  "$java" -Xmx64m -XX:+UseSerialGC "$here/Load.java" "$time" "/_aws/execute-api/$api/s/x" "$key" "${targets[@]}"
}

# Prints a row: what the limit allows and what was admitted from one second to another.
row() {
  awk -v what="$1" -v limit="$2" -v from="$3" -v to="$4" '
    $1 != "begin" && $1 >= from && $1 < to { ok += $3; throttled += $4; other += $5 }
    END { admitted = ok / (to - from)
      printf "%-44s limit %8.1f/s  admitted %8.1f/s  error %+6.2f %%  (429: %d, other: %d)\n", what, limit, admitted,
        (admitted - limit) / limit * 100, throttled, other }' "$5"
}

measure() {
  local nodes=$1 all=() n out key
  out=$(mktemp)
  for ((n = 1; n <= nodes; n++)); do all+=("$n"); done
  key_of_plan "rate-$nodes" --throttle "rateLimit=$rate,burstLimit=$burst"
  sleep 2
  load $((seconds + warm)) "$key" $((rate * 3)) "${all[@]}" >"$out"
  row "$nodes node(s), rate, load 70:20:10" "$rate" "$warm" $((seconds + warm)) "$out"
  key_of_plan "burst-$nodes" --throttle "rateLimit=1,burstLimit=200"
  sleep 2
  load 2 "$key" 2000 "${all[@]}" >"$out"
  awk -v n="$nodes" '{ ok += $3 } END { printf "%-44s limit %8d    admitted %8d\n", n " node(s), burst of 200 and 2 s at 1/s", 202, ok }' "$out"
  key_of_plan "quota-$nodes" --quota "limit=$quota,period=DAY"
  sleep 2
  # A small quota is leased call by call: it takes its time, and must be used up.
  load 30 "$key" $((rate / 2)) "${all[@]}" >"$out"
  awk -v n="$nodes" -v limit="$quota" '{ ok += $3; other += $5 } END { printf "%-44s limit %8d    admitted %8d    error %+6.2f %%  (other: %d)\n", n " node(s), quota", limit, ok, (ok - limit) / limit * 100, other }' "$out"
  [ "$nodes" -lt 3 ] || disturb "$out"
  rm -f "$out"
}

disturb() {
  local out=$1 key pid quota_key quota_pid
  key_of_plan paused --throttle "rateLimit=$rate,burstLimit=$burst"
  sleep 2
  load 40 "$key" $((rate * 3)) 1 2 >"$out" &
  pid=$!
  until grep -q begin "$out"; do sleep 0.1; done
  sleep 6
  kill -STOP "$(cat "$data/node-3/pid")"
  sleep 20
  kill -CONT "$(cat "$data/node-3/pid")"
  wait "$pid"
  row "3 nodes, before the pause" "$rate" 2 6 "$out"
  row "node 3 paused, seconds 1 to 8" "$rate" 7 14 "$out"
  row "node 3 given up, seconds 14 to 19" "$rate" 20 25 "$out"
  row "node 3 back, seconds 4 to 13" "$rate" 30 39 "$out"
  key_of_plan killed-quota --quota "limit=$((rate * 40)),period=DAY"
  quota_key=$key
  key_of_plan killed --throttle "rateLimit=$rate,burstLimit=$burst"
  sleep 2
  # Node 3 has calls of the quota in stock when it is killed; the two others use up what is left.
  load 40 "$quota_key" $((rate * 2)) 1 2 3 >"$out.quota" &
  quota_pid=$!
  load 24 "$key" $((rate * 3)) 1 2 >"$out" &
  pid=$!
  until grep -q begin "$out"; do sleep 0.1; done
  sleep 8
  kill -9 "$(cat "$data/node-3/pid")"
  wait "$pid"
  row "3 nodes, before kill -9 of node 3" "$rate" 3 7 "$out"
  row "the two seconds of the kill" "$rate" 7 10 "$out"
  row "2 nodes go on" "$rate" 12 23 "$out"
  awk '{ admitted[$1] += $3 } END { printf "admitted by second:"; for (i = 0; i < 24; i++) printf " %d", admitted[i]; print "" }' "$out"
  wait "$quota_pid"
  awk -v limit=$((rate * 40)) '{ ok += $3 } END { printf "%-44s limit %8d    admitted %8d    may lose %d\n", "a quota, node 3 killed", limit, ok, limit / 1000 }' "$out.quota"
  rm -f "$out.quota"
}

for nodes in $sizes; do
  data="$data_root/td-cluster-limits-$nodes"
  rm -rf "$data"
  "$home/tollgate" cluster up --nodes "$nodes" --data "$data" --port "$port" --express-port $((port + 10)) \
    --cluster-port $((port + 20)) --db-port $((port + 30)) >"$data.out" 2>&1 &
  cluster=$!
  trap 'kill -TERM "$cluster" 2>/dev/null || true' EXIT
  until grep -q '^ready' "$data.out"; do
    kill -0 "$cluster" 2>/dev/null || { cat "$data.out" >&2; exit 1; }
    sleep 0.5
  done
  export AWS_SHARED_CREDENTIALS_FILE="$data/node-1/credentials" AWS_PROFILE=tollgate AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
  mock_api limits --api-key-required
  measure "$nodes"
  kill -TERM "$cluster"
  wait "$cluster" || true
done
