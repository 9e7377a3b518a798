#!/usr/bin/env bash
# What a proxied request costs: CPU microseconds per request of Tollgate's two listeners beside nginx and Spring Cloud
# Gateway, on this machine, over loopback. All candidates take turns in each round, so that what else the machine does falls on all of them.
#
#   bench.sh [plan | cache] [--quick] [--rounds N] [--seconds N] [--connections N]
#
# With "plan": what an API key, a usage plan with throttle and quota, and metering add, beside nginx with Lua doing the same.
# With "cache": what a hit in a stage's cache costs, for both kinds of cache, beside a hit in nginx's cache.
#
# The backend is an nginx that answers 1 KB of JSON from memory; wrk makes the load. The candidates share one core, backend
# and load the others. Installs nginx and wrk by apt-get if they are missing (as root).
set -euo pipefail

here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
home=$(cd "$here/../.." && pwd)

rounds=5 seconds=8 connections=32 warm=30 mode=proxy
while [ $# -gt 0 ]; do
  case "$1" in
    plan | cache) mode=$1; shift ;;
    --quick) rounds=3 seconds=4 warm=30; shift ;;
    --rounds) rounds=${2:?--rounds needs a number}; shift 2 ;;
    --seconds) seconds=${2:?--seconds needs a number}; shift 2 ;;
    --connections) connections=${2:?--connections needs a number}; shift 2 ;;
    *) echo "bench: unknown option $1" >&2; exit 2 ;;
  esac
done

base=${TOLLGATE_BENCH_PORT:-18400}
backend_port=$base nginx_port=$((base + 1)) port=$((base + 2)) express_port=$((base + 3)) lua_port=$((base + 4))
cache_port=$((base + 5)) grid_port=$((base + 6)) grid_express_port=$((base + 7)) grid_member_port=$((base + 8))
spring_port=$((base + 9))
work=$(mktemp -d)
pids=()

cleanup() {
  local pid
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap cleanup EXIT

fail() {
  echo "bench: $*" >&2
  exit 1
}

need() { # a command or file, package
  command -v "$1" >/dev/null || [ -e "$1" ] && return 0
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail "$1 is missing; install the package $2"
  echo "installing $2 ..."
  # A package that starts its own service would take port 80.
  DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "$2" >"$work/apt.log" 2>&1 \
    || { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$2"; } >>"$work/apt.log" 2>&1 \
    || fail "cannot install $2: $(tail -n 1 "$work/apt.log")"
}
PATH="$PATH:/usr/sbin"
need nginx nginx-light
need wrk wrk
modules=/usr/lib/nginx/modules
[ "$mode" != plan ] || need "$modules/ngx_http_lua_module.so" libnginx-mod-http-lua

# One core for the gateways, the rest for load and backend; with a single core nothing is pinned.
on_gateway_core=() on_other_cores=()
if [ "$(nproc)" -gt 1 ]; then
  on_gateway_core=(taskset -c 0)
  on_other_cores=(taskset -c "1-$(($(nproc) - 1))")
fi

nginx_conf() { # name, what comes first; the servers come by standard input
  local name=$1 conf="$work/$1.conf"
  cat >"$conf" <<CONF
${2:-}
worker_processes 1;
pid $work/$name.pid;
error_log $work/$name.log;
daemon off;
events { worker_connections 4096; }
http {
  access_log off;
  keepalive_requests 100000000;
  client_body_temp_path $work/$name-body; proxy_temp_path $work/$name-proxy; fastcgi_temp_path $work/$name-fcgi;
  uwsgi_temp_path $work/$name-uwsgi; scgi_temp_path $work/$name-scgi;
$(cat)
}
CONF
}

body=$(printf '{"data":"%s"}' "$(head -c 1012 /dev/zero | tr '\0' x)")
nginx_conf backend <<CONF
  server { listen 127.0.0.1:$backend_port; location / { default_type application/json; return 200 '$body'; } }
CONF
nginx_conf proxy <<CONF
  upstream backend { server 127.0.0.1:$backend_port; keepalive 256; keepalive_requests 100000000; }
  server {
    listen 127.0.0.1:$nginx_port;
    location / {
      proxy_pass http://backend;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
    }
  }
CONF
# The same in Lua as its users write it: the key is known and enabled, its bucket has a token, its quota is not used up, the
# call is counted. The dictionaries are shared by all workers, as ours are by all event loops.
nginx_lua() {
  nginx_conf lua "load_module $modules/ndk_http_module.so; load_module $modules/ngx_http_lua_module.so;" <<CONF
  lua_shared_dict keys 1m; lua_shared_dict buckets 1m; lua_shared_dict usage 1m;
  init_by_lua_block { ngx.shared.keys:set("$api_key", "plan1") }
  upstream backend { server 127.0.0.1:$backend_port; keepalive 256; keepalive_requests 100000000; }
  server {
    listen 127.0.0.1:$lua_port;
    location / {
      access_by_lua_block {
        local key = ngx.var.http_x_api_key
        local plan = key and ngx.shared.keys:get(key)
        if not plan then return ngx.exit(403) end
        local name, rate, burst = plan .. "/" .. key, 10000000, 10000000
        local now = ngx.now()
        local full = ngx.shared.buckets:get(name) or 0
        if full < now then full = now end
        full = full + 1 / rate
        if full - now > burst / rate then return ngx.exit(429) end
        ngx.shared.buckets:set(name, full)
        local used = ngx.shared.usage:incr(name .. ngx.today(), 1, 0)
        if used > 900000000 then return ngx.exit(429) end
      }
      proxy_pass http://backend;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
    }
  }
CONF
  "${on_gateway_core[@]}" nginx -c "$work/lua.conf" 2>/dev/null & pids+=($!)
  lua_master=$!
}

nginx_cache() {
  # Started by root, nginx would write the cache as somebody who cannot reach the folder.
  local user=""
  [ "$(id -u)" != 0 ] || user="user root;"
  nginx_conf cache "$user" <<CONF
  proxy_cache_path $work/nginx-cache keys_zone=answers:1m inactive=60m;
  upstream backend { server 127.0.0.1:$backend_port; keepalive 256; keepalive_requests 100000000; }
  server {
    listen 127.0.0.1:$cache_port;
    location / {
      proxy_pass http://backend;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_cache answers;
      proxy_cache_key \$uri;
      proxy_cache_valid 200 60m;
      proxy_cache_lock on;
    }
  }
CONF
  "${on_gateway_core[@]}" nginx -c "$work/cache.conf" 2>/dev/null & pids+=($!)
  cache_master=$!
}

"${on_other_cores[@]}" nginx -c "$work/backend.conf" 2>/dev/null & pids+=($!)
"${on_gateway_core[@]}" nginx -c "$work/proxy.conf" 2>/dev/null & pids+=($!)
nginx_master=$!

echo "starting Tollgate ..."
# The account's limit is counted, but never reached.
export TOLLGATE_ACCOUNT_RATE_LIMIT=100000000 TOLLGATE_ACCOUNT_BURST_LIMIT=100000000
started_pid=0
tollgate_start() { # data folder, port, express port; puts the server's process into started_pid
  local launcher i log="$1.log"
  "${on_gateway_core[@]}" "$home/tollgate" run --data "$1" --port "$2" --express-port "$3" >"$log" 2>&1 &
  launcher=$!
  pids+=("$launcher")
  for ((i = 0; i < 1200; i++)); do
    grep -q '^ready' "$log" && break
    kill -0 "$launcher" 2>/dev/null || fail "Tollgate did not start: $(tail -n 1 "$log")"
    sleep 0.5
  done
  grep -q '^ready' "$log" || fail "Tollgate was not ready within ten minutes"
  started_pid=$(pgrep -P "$launcher" -f PayaraMicroImpl)
}
tollgate_start "$work/data" "$port" "$express_port"
tollgate_pid=$started_pid
nginx_pid=$(pgrep -P "$nginx_master")

# As its documentation has it, on the same JVM and in as much heap; its own build, for it takes none of our versions.
spring_cloud_gateway() {
  local folder="$here/spring-cloud-gateway" log="$work/spring.log" i
  if [ ! -d "$folder/target/lib" ]; then
    echo "building Spring Cloud Gateway with one route ..."
    mvn -B -ntp -q -f "$folder/pom.xml" package >"$log" 2>&1 || fail "it does not build: $(grep -m 1 ERROR "$log")"
  fi
  "${on_gateway_core[@]}" "$JAVA_HOME/bin/java" "-Xmx${TOLLGATE_HEAP:-256m}" -cp "$folder/target/classes:$folder/target/lib/*" \
    io.tollgate.bench.OneRoute "--server.port=$spring_port" "--backend=http://127.0.0.1:$backend_port" >"$log" 2>&1 &
  spring_pid=$!
  pids+=("$spring_pid")
  for ((i = 0; i < 240; i++)); do
    curl -sS -o /dev/null "http://127.0.0.1:$spring_port/" 2>/dev/null && return 0
    kill -0 "$spring_pid" 2>/dev/null || break
    sleep 0.5
  done
  fail "Spring Cloud Gateway did not start: $(tail -n 1 "$log")"
}

# An API with one HTTP_PROXY method, by the management API; in the mode "plan" two more, of which one asks for a key.
credential_of() { # data folder
  key=$(sed -n 's/^aws_access_key_id *= *//p' "$1/credentials")
  secret=$(sed -n 's/^aws_secret_access_key *= *//p' "$1/credentials")
}
credential_of "$work/data"
call() { # method, path, body
  local answer
  answer=$(curl -sS --fail-with-body -X "$1" --aws-sigv4 aws:amz:us-east-1:apigateway --user "$key:$secret" \
    -H 'Content-Type: application/json' --data "$3" "http://127.0.0.1:$port$2") || fail "$1 $2: $answer"
  printf '%s' "$answer"
}
field() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p" | head -n 1; }
proxy_method() { # resource, needs a key
  call PUT "/restapis/$api/resources/$1/methods/GET" "{\"authorizationType\":\"NONE\",\"apiKeyRequired\":$2}" >/dev/null
  call PUT "/restapis/$api/resources/$1/methods/GET/integration" \
    "{\"type\":\"HTTP_PROXY\",\"httpMethod\":\"GET\",\"uri\":\"http://127.0.0.1:$backend_port/\"}" >/dev/null
}
create_api() {
  local answer
  answer=$(call POST /restapis '{"name":"bench"}')
  api=$(printf '%s' "$answer" | field id)
  root=$(printf '%s' "$answer" | field rootResourceId)
  proxy_method "$root" false
}
cached_stage() {
  call POST "/restapis/$api/deployments" '{"stageName":"cached","cacheClusterEnabled":true,"cacheClusterSize":"0.5"}' >/dev/null
}
create_api
api_key=none
if [ "$mode" = plan ]; then
  proxy_method "$(call POST "/restapis/$api/resources/$root" '{"pathPart":"plain"}' | field id)" false
  keyed=$(call POST "/restapis/$api/resources/$root" '{"pathPart":"keyed"}' | field id)
  proxy_method "$keyed" true
fi
call POST "/restapis/$api/deployments" '{"stageName":"v1"}' >/dev/null
names=(nginx express container)
declare -A url=(
  [nginx]="http://127.0.0.1:$nginx_port/"
  [express]="http://127.0.0.1:$express_port/_aws/execute-api/$api/v1/"
  [container]="http://127.0.0.1:$port/_aws/execute-api/$api/v1/"
)
declare -A pid=([nginx]=$nginx_pid [express]=$tollgate_pid [container]=$tollgate_pid)
if [ "$mode" = proxy ]; then
  spring_cloud_gateway
  names+=(spring)
  url[spring]="http://127.0.0.1:$spring_port/"
  pid[spring]=$spring_pid
fi

if [ "$mode" = plan ]; then
  # Large enough that no call is refused, small enough that the quota is leased again and again.
  plan=$(call POST /usageplans "{\"name\":\"bench\",\"apiStages\":[{\"apiId\":\"$api\",\"stage\":\"v1\"}],
    \"throttle\":{\"rateLimit\":10000000,\"burstLimit\":10000000},\"quota\":{\"limit\":900000000,\"period\":\"DAY\"}}" | field id)
  answer=$(call POST /apikeys '{"name":"bench","enabled":true}')
  api_key=$(printf '%s' "$answer" | field value)
  call POST "/usageplans/$plan/keys" "{\"keyId\":\"$(printf '%s' "$answer" | field id)\",\"keyType\":\"API_KEY\"}" >/dev/null
  nginx_lua
  names=(nginx nginx+lua express express+plan)
  url[express]="http://127.0.0.1:$express_port/_aws/execute-api/$api/v1/plain"
  url[nginx+lua]="http://127.0.0.1:$lua_port/"
  url[express+plan]="http://127.0.0.1:$express_port/_aws/execute-api/$api/v1/keyed"
  for ((i = 0; i < 100; i++)); do
    curl -sS -o /dev/null "${url[nginx+lua]}" 2>/dev/null && break
    sleep 0.1
  done
  pid[nginx+lua]=$(pgrep -P "$lua_master") pid[express+plan]=$tollgate_pid
fi
if [ "$mode" = cache ]; then
  nginx_cache
  cached_stage
  names=(nginx nginx+cache express express+memory express+hazelcast)
  url[nginx+cache]="http://127.0.0.1:$cache_port/"
  url[express+memory]="http://127.0.0.1:$express_port/_aws/execute-api/$api/cached/"
  pid[nginx+cache]=$nginx_pid pid[express+memory]=$tollgate_pid
  # A cluster of one: a hit is served from the near copy, whoever else is there.
  (umask 077; head -c 32 /dev/urandom | base64 -w 0 >"$work/secret.key")
  export TOLLGATE_CACHE_KIND=hazelcast TOLLGATE_CLUSTER_MEMBERS="127.0.0.1:$grid_member_port"
  export TOLLGATE_DB_URL="jdbc:h2:file:$work/grid-database;DB_CLOSE_ON_EXIT=FALSE"
  TOLLGATE_SECRET_KEY=$(cat "$work/secret.key")
  export TOLLGATE_SECRET_KEY
  port=$grid_port
  tollgate_start "$work/grid" "$grid_port" "$grid_express_port"
  credential_of "$work/grid"
  create_api
  cached_stage
  url[express+hazelcast]="http://127.0.0.1:$grid_express_port/_aws/execute-api/$api/cached/"
  pid[express+hazelcast]=$started_pid
  for ((i = 0; i < 100; i++)); do
    curl -sS -o /dev/null "${url[nginx+cache]}" 2>/dev/null && break
    sleep 0.1
  done
  pid[nginx+cache]=$(pgrep -P "$cache_master" -f 'worker process')
fi
for name in "${names[@]}"; do
  got=$(curl -sS -H "x-api-key: $api_key" "${url[$name]}" || true)
  [ "$got" = "$body" ] || fail "$name does not answer what the backend answers: $got"
done

ticks_per_second=$(getconf CLK_TCK)
ticks() { awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$1/stat"; }

# Prints: microseconds of CPU a request, requests a second, 99th percentile.
measure() { # name, seconds
  local before after
  before=$(ticks "${pid[$1]}")
  "${on_other_cores[@]}" wrk -t1 -c"$connections" -d"${2}s" -H "x-api-key: $api_key" --latency "${url[$1]}" >"$work/wrk.txt"
  after=$(ticks "${pid[$1]}")
  if grep -q 'Non-2xx' "$work/wrk.txt"; then fail "$1 answered with errors: $(grep 'Non-2xx' "$work/wrk.txt")"; fi
  awk -v used=$((after - before)) -v hz="$ticks_per_second" '
    / requests in / { count = $1 }
    /Requests\/sec/ { rate = $2 }
    / 99%/ { slow = $2 }
    END { printf "%.1f %.0f %s\n", used * 1e6 / hz / count, rate, slow }' "$work/wrk.txt"
}

# Until the compiler has done its work: on a busy machine that takes longer, and it may pause between two advances.
warm_up() { # name
  local least cost again steady=0
  read -r least _ < <(measure "$1" "$warm")
  for ((again = 0; again < 20 && steady < 3; again++)); do
    read -r cost _ < <(measure "$1" "$seconds")
    if awk -v a="$cost" -v b="$least" 'BEGIN { exit a < b * 0.95 ? 0 : 1 }'; then least=$cost steady=0; else steady=$((steady + 1)); fi
  done
}

echo "warming up (at least $((warm + 3 * seconds)) s each) ..."
for name in "${names[@]}"; do
  case "$name" in
    nginx*) measure "$name" 2 >/dev/null ;;
    *) warm_up "$name" ;;
  esac
done

printf '%-6s' round
for name in "${names[@]}"; do printf '%32s' "$name"; done
printf '\n'
for ((round = 1; round <= rounds; round++)); do
  printf '%-6s' "$round"
  for name in "${names[@]}"; do
    read -r cost rate slow < <(measure "$name" "$seconds")
    echo "$cost" >>"$work/cost.$name"
    printf '%32s' "$cost us, $rate/s, p99 $slow"
  done
  printf '\n'
done

median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }
reference=$(median "$work/cost.nginx")
echo
grep -hoE '[0-9]+ event loops on [a-z_]+' "$work/data/logs/server.log" | head -n 1 | sed 's/^/express listener: /' || true
echo "1 KB JSON, GET, keep-alive, $connections connections, medians of $rounds rounds of $seconds s:"
for name in "${names[@]}"; do
  printf '  %-17s %6.1f us of CPU a request  %5.2f x nginx\n' "$name" "$(median "$work/cost.$name")" \
    "$(awk -v a="$(median "$work/cost.$name")" -v b="$reference" 'BEGIN { print a / b }')"
done
if [ "$mode" = proxy ]; then
  awk -v a="$(median "$work/cost.spring")" -v b="$(median "$work/cost.express")" \
    'BEGIN { printf "  Spring Cloud Gateway takes %.1f x the CPU of express\n", a / b }'
fi
[ "$mode" = plan ] || exit 0
# Round by round, so that what else the machine does falls on both.
added() { # without, with
  paste "$work/cost.$1" "$work/cost.$2" | awk '{ print $2 - $1 }' >"$work/added"
  printf '  key, throttle, quota and metering add %5.1f us to %s\n' "$(median "$work/added")" "$1"
}
added nginx nginx+lua
added express express+plan
