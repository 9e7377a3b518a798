# shellcheck shell=bash
# Several gateways on this machine, and a PostgreSQL for them.

# A PostgreSQL of our own for `cluster up`: its data below the data folder, on loopback only, never as root.
pg_bin=""
pg_user=""
find_postgres() {
  local folder
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -rn) /usr/pgsql-*/bin /usr/local/pgsql/bin \
    "$(dirname "$(readlink -f "$(command -v postgres || echo /nonexistent/postgres)")")"; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then
      pg_bin="$folder"
      return 0
    fi
  done
  return 1
}

as_pg() { if [ -n "$pg_user" ]; then runuser -u "$pg_user" -- "$@"; else "$@"; fi; }

start_postgres() {
  local folder="$data/postgres" port="$1"
  if ! find_postgres; then
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail "PostgreSQL is not installed (Debian: apt-get install postgresql)"
    say "installing PostgreSQL ..."
    # A new machine has no lists of packages yet, and may just be installing others.
    { apt-get update -qq -o Acquire::Retries=5 &&
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Acquire::Retries=5 -o DPkg::Lock::Timeout=600 postgresql
    } >"$data/logs/apt-get.log" 2>&1 && find_postgres ||
      fail "PostgreSQL could not be installed; see $data/logs/apt-get.log"
  fi
  if [ "$(id -u)" = 0 ]; then
    pg_user=$(id -un postgres 2>/dev/null || echo nobody)
    mkdir -p "$folder" && chown "$pg_user" "$folder"
    as_pg test -w "$folder" || fail "PostgreSQL does not run as root, and user $pg_user cannot reach $folder; choose another folder with --data DIR"
  fi
  if [ ! -f "$folder/PG_VERSION" ]; then
    (umask 077; printf '%s\n' "$TOLLGATE_DB_PASSWORD" >"$data/initdb.password")
    [ -z "$pg_user" ] || chown "$pg_user" "$data/initdb.password"
    as_pg "$pg_bin/initdb" -D "$folder" -U tollgate -E UTF8 --locale=C --auth=scram-sha-256 --pwfile="$data/initdb.password" \
      >"$data/logs/initdb.log" 2>&1 || fail "PostgreSQL's data folder could not be made; see $data/logs/initdb.log"
  fi
  rm -f "$data/initdb.password"
  as_pg "$pg_bin/pg_ctl" start -w -D "$folder" -l "$folder/postgres.log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200" >/dev/null ||
    fail "PostgreSQL did not start; see $folder/postgres.log"
}

secret_file() {
  [ -f "$1" ] || (umask 077; head -c "$2" /dev/urandom | base64 -w 0 >"$1")
  cat "$1"
}

cluster_up() {
  local nodes=3 cluster_port=5701 db_port=5433 rest=() i
  while [ $# -gt 0 ]; do
    case "$1" in
      --nodes) nodes="${2:?--nodes needs a number}"; shift 2 ;;
      --cluster-port) cluster_port="${2:?--cluster-port needs a number}"; shift 2 ;;
      --db-port) db_port="${2:?--db-port needs a number}"; shift 2 ;;
      *) rest+=("$1"); shift ;;
    esac
  done
  case "$nodes" in [1-9]) ;; *) fail "--nodes must be 1 to 9, not $nodes" ;; esac
  case "$cluster_port$db_port" in *[!0-9]*) fail "ports must be numbers: --cluster-port $cluster_port, --db-port $db_port" ;; esac
  options ${rest[@]+"${rest[@]}"}
  [ "$data" != "$home/tollgate-data" ] || data="$home/tollgate-data/cluster"
  mkdir -p "$data/logs" 2>/dev/null && [ -w "$data" ] || fail "the data folder $data cannot be written; choose another with --data DIR"
  data=$(cd "$data" && pwd)
  port_is_free "$db_port" || fail "port $db_port is taken; choose another for the database with --db-port N"
  for ((i = 0; i < nodes; i++)); do
    port_is_free $((port + i)) || fail "port $((port + i)) is taken; choose others with --port N"
    port_is_free $((express_port + i)) || fail "port $((express_port + i)) is taken; choose others with --express-port N"
    port_is_free $((cluster_port + i)) || fail "port $((cluster_port + i)) is taken; choose others with --cluster-port N"
  done
  build_if_needed
  pick_jdk
  local members=""
  for ((i = 0; i < nodes; i++)); do members="$members,127.0.0.1:$((cluster_port + i))"; done
  export TOLLGATE_CLUSTER_MEMBERS="${members#,}" TOLLGATE_CLUSTER_HOST=127.0.0.1
  TOLLGATE_DB_PASSWORD=$(secret_file "$data/database.password" 18)
  TOLLGATE_SECRET_KEY=$(secret_file "$data/secret.key" 32)
  export TOLLGATE_DB_PASSWORD TOLLGATE_SECRET_KEY TOLLGATE_DB_USER=tollgate
  export TOLLGATE_DB_URL="jdbc:postgresql://127.0.0.1:$db_port/postgres"
  say "starting PostgreSQL on port $db_port (data: $data/postgres) ..."
  start_postgres "$db_port"
  running=()
  cluster_down() {
    trap '' INT TERM
    [ ${#running[@]} -eq 0 ] || kill -TERM "${running[@]}" 2>/dev/null || true
    wait || true
    as_pg "$pg_bin/pg_ctl" stop -w -m fast -D "$data/postgres" >/dev/null 2>&1 || true
    say "the cluster has ended"
  }
  trap 'cluster_down' EXIT
  trap 'exit 0' INT TERM
  # The first node makes the schema; then the others start at once.
  for ((i = 0; i < nodes; i++)); do
    # Emptied here and not by the node, which is not as quick: it may still say "ready" from the last time.
    : >"$data/logs/node-$((i + 1)).log"
    (
      built=true
      export TOLLGATE_CLUSTER_PORT=$((cluster_port + i))
      run_again_and_again --data "$data/node-$((i + 1))" --port $((port + i)) --express-port $((express_port + i))
    ) >"$data/logs/node-$((i + 1)).log" 2>&1 &
    running+=($!)
    [ "$i" -gt 0 ] || await_ready "$i"
  done
  for ((i = 1; i < nodes; i++)); do await_ready "$i"; done
  say "credential       $data/node-1/credentials   (profile tollgate)"
  say "next             eval \"\$(./tollgate env --data $data/node-1 --port $port)\"; aws apigateway get-rest-apis"
  say "ready: a change on one node is live on all; Ctrl-C ends the cluster and its database"
  wait -n "${running[@]}" || true
  wait
}

# Runs a gateway, and again when its server was ended by a signal, until this shell is told to end or it fails.
run_again_and_again() {
  local node="" ended=false status
  trap 'ended=true; [ -z "$node" ] || kill -TERM "$node" 2>/dev/null || true' INT TERM
  until $ended; do
    (run "$@") &
    node=$!
    # A signal that came while it was being started has not reached it.
    ! $ended || kill -TERM "$node" 2>/dev/null || true
    wait "$node" && status=0 || status=$?
    # A signal ends the wait; the second one waits for the gateway.
    ! $ended || { wait "$node" && status=0 || status=$?; }
    [ "$status" -eq 0 ] || exit "$status"
  done
}

await_ready() {
  local log="$data/logs/node-$(($1 + 1)).log"
  until grep -q '^ready' "$log" 2>/dev/null; do
    kill -0 "${running[$1]}" 2>/dev/null || fail "node $(($1 + 1)) did not start: $(grep -h '^tollgate:' "$log" | head -n 1)"
    sleep 0.2
  done
  say "node $(($1 + 1))           http://127.0.0.1:$((port + $1)) management, http://127.0.0.1:$((express_port + $1)) APIs, $((cluster_port + $1)) Hazelcast, process $(cat "$data/node-$(($1 + 1))/pid")"
}
