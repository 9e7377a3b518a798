# shellcheck shell=bash
# One gateway in the foreground: its options, its JVM, the archive of its classes, its start and its end.

# What makes Payara's Hazelcast meet the members named in TOLLGATE_CLUSTER_MEMBERS and nobody else; nothing if there are none.
# Without bind.any=false it would listen on every interface. A node that stops without a word is given up after 10 s. What it
# owned is divided partition by partition, and until that is done not all nodes know the new owners: few partitions.
cluster_jvm=()
cluster_options=(--nohazelcast)
cluster() {
  local members="${TOLLGATE_CLUSTER_MEMBERS:-}" host="${TOLLGATE_CLUSTER_HOST:-127.0.0.1}" own
  members=${members// /}
  [ -n "$members" ] || return 0
  [ -n "${TOLLGATE_DB_URL:-}" ] && [ -n "${TOLLGATE_SECRET_KEY:-}" ] ||
    fail "the nodes of a cluster share a PostgreSQL and a key: set TOLLGATE_DB_URL and TOLLGATE_SECRET_KEY (32 bytes in Base64), the same on all nodes"
  own="${TOLLGATE_CLUSTER_PORT:-$(tr ',' '\n' <<<"$members" | sed -n "s/^$(sed 's/\./\\./g' <<<"$host"):\([0-9]*\)$/\1/p" | head -n 1)}"
  [ -n "$own" ] || fail "TOLLGATE_CLUSTER_MEMBERS ($members) has no member at $host; set TOLLGATE_CLUSTER_HOST to this node's address and TOLLGATE_CLUSTER_PORT to its port"
  port_is_free "$own" "$host" || fail "port $own of $host is taken; set TOLLGATE_CLUSTER_PORT to the port of another member"
  cluster_jvm=(-Dhazelcast.socket.bind.any=false -Dhazelcast.phone.home.enabled=false -Dhazelcast.heartbeat.interval.seconds=1
    -Dhazelcast.max.no.heartbeat.seconds=10 -Dhazelcast.merge.first.run.delay.seconds=2
    -Dhazelcast.merge.next.run.delay.seconds=2 -Dhazelcast.partition.count=37)
  cluster_options=(--clustermode "tcpip:$members" --startport "$own" --interfaces "$host" --nohostaware
    --hzpublicaddress "$host:$own" --clustername "${TOLLGATE_CLUSTER_NAME:-tollgate}")
}

port_is_free() { ! (exec 3<>"/dev/tcp/${2:-127.0.0.1}/$1") 2>/dev/null; }

options() {
  data="${TOLLGATE_DATA:-$home/tollgate-data}"
  port="${TOLLGATE_PORT:-8080}"
  express_port="${TOLLGATE_EXPRESS_PORT:-8000}"
  demo=false
  while [ $# -gt 0 ]; do
    case "$1" in
      --data) data="${2:?--data needs a folder}"; shift 2 ;;
      --port) port="${2:?--port needs a number}"; shift 2 ;;
      --express-port) express_port="${2:?--express-port needs a number}"; shift 2 ;;
      --demo) demo=true; shift ;;
      *) fail "unknown option $1; see ./tollgate help" ;;
    esac
  done
  case "$port$express_port" in *[!0-9]*) fail "ports must be numbers: --port $port, --express-port $express_port" ;; esac
}

preboot() {
  cat <<EOF
set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=${TOLLGATE_HOST:-127.0.0.1}
set configs.config.server-config.network-config.protocols.protocol.http-listener.http.server-header=false
set configs.config.server-config.network-config.protocols.protocol.http-listener.http.xpowered-by=false
set configs.config.server-config.network-config.protocols.protocol.http-listener.http.xframe-options=false
set configs.config.server-config.network-config.protocols.protocol.http-listener.http.max-connections=-1
set configs.config.server-config.network-config.protocols.protocol.http-listener.http.header-buffer-length-bytes=32768
set configs.config.server-config.health-check-service-configuration.enabled=false
EOF
}

# What a start needs beside the data; launchers that start at the same time wait for the first one's build.
prepare() {
  mkdir -p "$(dirname "$runtime")"
  exec 7>"$(dirname "$runtime")/lock"
  flock 7
  build_if_needed
  pick_jdk
  unpack_if_needed
  exec 7>&-
}

# Puts the command that starts a server with a data folder into the array "command".
command_for() {
  local data=$1 rootdir="$1/runtime" MICRO_OPENS=""
  rm -rf "$rootdir"
  mkdir -p "$rootdir"
  cp -R "$runtime/config" "$runtime/docroot" "$runtime/lib" "$runtime/META-INF" "$rootdir/"
  preboot >"$data/preboot.txt"
  # shellcheck source=/dev/null
  . "$runtime/.env"
  # A small young generation and a heap that shrinks: what a gateway keeps is far less than what its start needs.
  # shellcheck disable=SC2206
  command=("$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xms48m "-Xmx${TOLLGATE_HEAP:-256m}" -Xmn40m -XX:MinHeapFreeRatio=10
    -XX:MaxHeapFreeRatio=20 -XX:-ShrinkHeapInSteps -Xss512k -XX:MaxMetaspaceSize=192m -XX:ReservedCodeCacheSize=96m
    --enable-native-access=ALL-UNNAMED $MICRO_OPENS)
  [ "$(major_of "$JAVA_HOME/bin/java")" -ge 24 ] && command+=(--sun-misc-unsafe-memory-access=allow)
  return 0
}

# Where Payara's own settings stand, and what it shall run; follows the flags of the JVM.
arguments_for() {
  local data=$1 port=$2 deployed="$war"
  ! is_split || deployed="$runtime/ROOT.war"
  arguments=("${cluster_jvm[@]}" -Djava.awt.headless=true -Dorg.glassfish.grizzly.http.PRESERVE_HEADER_CASE=true
    "-Dfish.payara.micro.BootJar=file://$runtime/launch-micro.jar" "-Dfish.payara.micro.UnpackDir=$runtime"
    -cp "$(class_path)" fish.payara.micro.impl.PayaraMicroImpl --rootdir "$data/runtime" "${cluster_options[@]}"
    --disablephonehome --prebootcommandfile "$data/preboot.txt" --port "$port" --deploy "$deployed")
}

has_failed() { grep -q 'Exception while \(loading\|preparing\) the app' "$1"; }

is_ready() { grep -q 'tollgate is ready' "$1" && grep -q 'Payara Micro.*ready in' "$1"; }

# One start and end that leaves an archive of the loaded classes: later starts map it instead of reading class files.
# Once for each JDK; without it everything works, only slower.
archive_if_needed() {
  local work pid record use
  archive="$runtime/classes-$(cksum <"$JAVA_HOME/release" | cut -d ' ' -f 1)"
  if [ "$(major_of "$JAVA_HOME/bin/java")" -ge 25 ]; then
    record=-XX:AOTCacheOutput use=-XX:AOTCache
  else
    record=-XX:ArchiveClassesAtExit use=-XX:SharedArchiveFile
  fi
  if [ ! -f "$archive" ] && [ -w "$runtime" ]; then
    exec 8>"$runtime/lock"
    if flock -n 8; then
      say "preparing faster starts (once, about half a minute) ..."
      work=$(mktemp -d)
      command_for "$work"
      arguments_for "$work" 20080
      # It must not touch the database or the cluster that the settings of this machine name.
      local name unset=()
      for name in $(compgen -e TOLLGATE_); do unset+=(-u "$name"); done
      : >"$work/log"
      rm -f "$archive.new"
      env "${unset[@]}" TOLLGATE_DATA="$work" TOLLGATE_EXPRESS_PORT=0 \
        "${command[@]}" "$record=$archive.new" "${arguments[@]}" --autobindhttp >>"$work/log" 2>&1 8>&- 9>&- &
      pid=$!
      # shellcheck disable=SC2064
      trap "kill -TERM $pid 2>/dev/null; exit 143" INT TERM
      until is_ready "$work/log" || has_failed "$work/log" || ! kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
      kill -TERM "$pid" 2>/dev/null || true
      wait "$pid" 2>/dev/null || true
      trap - INT TERM
      if [ -s "$archive.new" ]; then mv "$archive.new" "$archive"; else say "that did not work; starts take longer"; fi
      rm -rf "$work"
    fi
    exec 8>&-
  fi
  archived=()
  # At its own place in memory it can be shared with other gateways and with the page cache.
  if [ -f "$archive" ]; then archived=("$use=$archive" -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0); fi
}

# From the heap, and from what malloc keeps of it: together about 40 MB.
give_back_what_the_start_needed() {
  [ -x "$JAVA_HOME/bin/jcmd" ] || return 0
  "$JAVA_HOME/bin/jcmd" "$1" GC.run
  # The compilers are at work for a while longer.
  sleep 10
  "$JAVA_HOME/bin/jcmd" "$1" System.trim_native_heap
}

run() {
  options "$@"
  mkdir -p "$data/logs" 2>/dev/null && [ -w "$data" ] || fail "the data folder $data cannot be written; choose another with --data DIR"
  data=$(cd "$data" && pwd)
  prepare
  exec 9>"$data/lock"
  flock -n 9 || fail "another gateway uses the data folder $data; choose another with --data DIR"
  port_is_free "$port" || fail "port $port is taken; choose another with --port N"
  port_is_free "$express_port" || fail "port $express_port is taken; choose another with --express-port N"
  archive_if_needed
  cluster
  command_for "$data"
  arguments_for "$data" "$port"
  local log="$data/logs/server.log"
  [ -f "$log" ] && mv "$log" "$log.1"
  : >"$log"
  say "starting Tollgate (log: $log) ..."
  local server="" backend="" ended=false
  trap 'ended=true; kill -TERM $server $backend 2>/dev/null || true' INT TERM
  # shellcheck disable=SC2086
  MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}" TOLLGATE_DATA="$data" TOLLGATE_EXPRESS_PORT="$express_port" \
    "${command[@]}" "${archived[@]}" ${TOLLGATE_JAVA_OPTS:-} "${arguments[@]}" >"$log" 2>&1 9>&- &
  server=$!
  # A signal that came while it was being started has not reached it.
  ! $ended || kill -TERM "$server" 2>/dev/null || true
  printf '%s\n' "$server" >"$data/pid"
  until is_ready "$log"; do
    if ! kill -0 "$server" 2>/dev/null || has_failed "$log"; then
      kill -TERM "$server" 2>/dev/null || true
      reason=$(grep -hoE '(bad configuration: .*|The database.s schema is not one .*|cannot (listen|read|write) .*|a stored secret cannot .*)' "$log" | head -n 1 || true)
      fail "the gateway did not start: ${reason:-see $log}"
    fi
    sleep 0.1
  done
  say "management API   http://127.0.0.1:$port   (AWS CLI: eval \"\$(./tollgate env --data $data --port $port)\")"
  say "APIs             http://{api-id}.execute-api.localhost:$express_port/{stage}/{path}"
  say "credential       $data/credentials   (profile tollgate)"
  if $demo; then
    "$home/it-tests/demo/pet-store.sh" "$data" "$port" "$express_port" 9>&- &
    backend=$!
  fi
  say "ready: calls succeed now; Ctrl-C ends the gateway"
  give_back_what_the_start_needed "$server" >/dev/null 2>&1 9>&- &
  wait "$server" && status=0 || status=$?
  # A signal ends the wait; the second one waits for running requests.
  wait "$server" 2>/dev/null || status=$?
  say "ended"
  case "$status" in 0 | 130 | 143) exit 0 ;; *) fail "the gateway ended with status $status; see $log" ;; esac
}
