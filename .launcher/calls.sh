# shellcheck shell=bash
# Calls of a running gateway: the exports for other tools, documents, explanations, histories, templates.

env_exports() {
  options "$@"
  [ -f "$data/credentials" ] || fail "there is no credential in $data yet; start the gateway first with ./tollgate run"
  say "export AWS_SHARED_CREDENTIALS_FILE='$(cd "$data" && pwd)/credentials'"
  say "export AWS_PROFILE=tollgate"
  say "export AWS_REGION=${TOLLGATE_REGION:-us-east-1} AWS_DEFAULT_REGION=${TOLLGATE_REGION:-us-east-1}"
  say "export AWS_ENDPOINT_URL=http://127.0.0.1:$port"
  say "export TOLLGATE_ENDPOINT_URL=http://127.0.0.1:$port"
  if aws_ignores_endpoint; then
    cat <<'EOF'
# This AWS CLI is too old to read AWS_ENDPOINT_URL (that came with 1.29 and 2.13), so it is told.
aws() { if [ -n "${AWS_ENDPOINT_URL:-}" ]; then command aws --endpoint-url "$AWS_ENDPOINT_URL" "$@"; else command aws "$@"; fi; }
[ -z "${BASH_VERSION:-}" ] || export -f aws
EOF
  fi
}

aws_ignores_endpoint() {
  local version
  version=$(command aws --version 2>&1 | sed -n 's,^aws-cli/\([0-9]*\)\.\([0-9]*\).*,\1 \2,p') || return 1
  case "$version" in
    "1 "*) [ "${version#1 }" -lt 29 ] ;;
    "2 "*) [ "${version#2 }" -lt 13 ] ;;
    *) return 1 ;;
  esac
}

# Makes a signed management call with the body on its input: METHOD ADDRESS [curl's options]. Prints the answer and, on the
# last line, its status. The secret goes through a pipe: a command line can be seen by others.
signed() {
  local method=$1 address=$2
  shift 2
  [ -f "$data/credentials" ] || fail "there is no credential in $data; start the gateway first with ./tollgate run"
  command -v curl >/dev/null || fail "curl is not installed"
  curl -sS -K <(awk '/access_key_id/ { key = $3 } /secret_access_key/ { printf "user = \"%s:%s\"\n", key, $3 }' "$data/credentials") \
    --aws-sigv4 "aws:amz:${TOLLGATE_REGION:-us-east-1}:apigateway" -X "$method" -H 'Accept: text/plain' --data-binary @- \
    -w '\n%{http_code}' "$@" "http://127.0.0.1:$port/$address" || fail "no gateway answers on port $port; start one with ./tollgate run"
}

# Prints the answer to a signed call, or fails with it.
call() {
  [ $# -ge 2 ] || fail "call needs a method and an address; see ./tollgate help"
  local method=$1 address=${2#/} body="" rest=() answer status
  shift 2
  while [ $# -gt 0 ]; do
    case "$1" in
      -d) body=${2?-d needs a body}; shift 2 ;;
      *) rest+=("$1"); shift ;;
    esac
  done
  options ${rest[@]+"${rest[@]}"}
  answer=$(printf '%s' "$body" | signed "$method" "$address" -H 'Content-Type: application/json')
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  case "$status" in
    2*) say "${answer%$'\n'}" ;;
    *) fail "the gateway answered $status: $answer" ;;
  esac
}

import_document() {
  local file="${1:?import needs a file}" method=POST address="restapis?mode=import" answer status
  shift
  if [ "${1:-}" = --put ]; then
    method=PUT
    address="restapis/${2:?--put needs the id of an API}?mode=overwrite"
    shift 2
  fi
  options "$@"
  [ -r "$file" ] || fail "$file cannot be read"
  answer=$(signed "$method" "$address" -H 'Content-Type: application/octet-stream' <"$file")
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  case "$status" in
    2*) say "${answer%$'\n'}" ;;
    *)
      answer=${answer#*'"message":"'}
      fail "$file was not imported:"$'\n'"$(printf '%b' "${answer%'"'*}" | sed 's/\\"/"/g')"
      ;;
  esac
}

# A text as a JSON string. Control characters other than these do not occur in headers and are no text in bodies.
json_text() {
  local text=$1
  text=${text//\\/\\\\}
  text=${text//\"/\\\"}
  text=${text//$'\n'/\\n}
  text=${text//$'\r'/\\r}
  text=${text//$'\t'/\\t}
  printf '"%s"' "$text"
}

# Splits an API's address into api, stage and path.
split_address() {
  local rest=${1#*://}
  case "$rest" in
    */_aws/execute-api/*) rest=${rest#*/_aws/execute-api/} ;;
    *.execute-api.*/*) rest=${rest%%.execute-api.*}/${rest#*/} ;;
    *.execute-api.*) fail "the URL names no stage: $1" ;;
  esac
  api=${rest%%/*}
  rest=${rest#"$api"}
  rest=${rest#/}
  stage=${rest%%[/?]*}
  path=${rest#"$stage"}
  case "$path" in /*) ;; *) path=/$path ;; esac
  case "$api" in '' | *[!a-z0-9]*) fail "the URL names no API: $1" ;; esac
  case "$stage" in '' | *[!A-Za-z0-9_-]*) fail "the URL names no stage: $1" ;; esac
}

# The fields in `names` and `values` as members of a JSON object, a list of values for each name.
header_members() {
  local i j seen
  for ((i = 0; i < ${#names[@]}; i++)); do
    seen=false
    for ((j = 0; j < i; j++)); do [ "${names[j]}" != "${names[i]}" ] || seen=true; done
    ! $seen || continue
    [ "$i" -eq 0 ] || printf ','
    printf '%s:[' "$(json_text "${names[i]}")"
    for ((j = i; j < ${#names[@]}; j++)); do
      [ "${names[j]}" = "${names[i]}" ] || continue
      [ "$j" -eq "$i" ] || printf ','
      json_text "${values[j]}"
    done
    printf ']'
  done
}

explain() {
  [ $# -ge 2 ] || fail "explain needs a method and a URL; see ./tollgate help"
  local method=$1 address=$2 body="" names=() values=() rest=() answer status name value
  local api stage path
  split_address "$address"
  shift 2
  while [ $# -gt 0 ]; do
    case "$1" in
      -H)
        name=${2%%:*}
        [ "$name" != "$2" ] || fail "a header is written 'Name: value': $2"
        value=${2#*:}
        names+=("$name")
        values+=("${value# }")
        shift 2
        ;;
      -d)
        case "${2?-d needs a body}" in
          @*) [ -r "${2#@}" ] || fail "${2#@} cannot be read"; body=$(cat "${2#@}" && printf x); body=${body%x} ;;
          *) body=$2 ;;
        esac
        shift 2
        ;;
      *) rest+=("$1"); shift ;;
    esac
  done
  options ${rest[@]+"${rest[@]}"}
  answer=$(printf '{"method":%s,"pathWithQueryString":%s,"multiValueHeaders":{%s},"body":%s}' \
    "$(json_text "$method")" "$(json_text "$path")" "$(header_members)" "$(json_text "$body")" |
    signed POST "tollgate/apis/$api/stages/$stage/explain" -H 'Content-Type: application/json')
  status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  case "$status" in
    2*) say "${answer%$'\n'}" ;;
    *) fail "the gateway did not explain: $answer" ;;
  esac
}

# Reads API_ID STAGE and options; what stands between them goes to `more`.
stage_arguments() {
  case "${1:-}${2:-}" in *[!A-Za-z0-9_-]* | '') fail "this needs the id of an API and the name of a stage; see ./tollgate help" ;; esac
  api=$1 stage=${2:?the name of a stage is missing} more=""
  shift 2
  case "${1:-}" in --* | '') ;; *) more=$1; shift ;; esac
  options "$@"
}

# A signed GET below the stage that `api` and `stage` name; the text goes to `answer`, false if it was refused.
ask_stage() {
  answer=$(signed GET "tollgate/apis/$api/stages/$stage/$1" </dev/null) || exit 2
  local status=${answer##*$'\n'}
  answer=${answer%$'\n'*}
  case "$status" in 2*) ;; *) return 1 ;; esac
}

history() {
  local api stage more answer
  stage_arguments "$@"
  [ -z "$more" ] || fail "history takes an API and a stage only"
  ask_stage 'history?limit=100' || fail "there is no history: $answer"
  say "${answer%$'\n'}"
}

rollback() {
  local api stage more answer status
  stage_arguments "$@"
  if [ -z "$more" ]; then
    ask_stage 'history?limit=500' || fail "there is no history: $answer"
    more=$(awk 'NR == 2 { live = $3 } NR > 2 && $3 "" != live "" && $3 != "-" { print $3; exit }' <<<"$answer")
    [ -n "$more" ] || fail "stage $stage has not had another deployment"
  fi
  case "$more" in *[!a-z0-9]*) fail "not the id of a deployment: $more" ;; esac
  answer=$(printf '{"patchOperations":[{"op":"replace","path":"/deploymentId","value":"%s"}]}' "$more" |
    signed PATCH "restapis/$api/stages/$stage" -H 'Content-Type: application/json')
  status=${answer##*$'\n'}
  case "$status" in
    2*) say "stage $stage serves deployment $more" ;;
    *) fail "the stage was not rolled back: ${answer%$'\n'*}" ;;
  esac
}

drift() {
  local api stage more answer
  stage_arguments "$@"
  [ -z "$more" ] || fail "drift takes an API and a stage only"
  if ! ask_stage drift; then
    say "tollgate: the drift is not known: $answer" >&2
    exit 2
  fi
  [ -n "$answer" ] || return 0
  say "${answer%$'\n'}"
  exit 1
}

vtl() {
  [ "${1:-}" = render ] || fail "vtl knows one command: ./tollgate vtl render --template FILE [--event FILE]"
  shift
  case "${1:-}" in -h | --help) usage; return ;; esac
  build_if_needed
  pick_jdk
  exec "$JAVA_HOME/bin/java" -Xshare:auto -XX:TieredStopAtLevel=1 -cp "$home/gateway-ear/server/target/ROOT/WEB-INF/lib/*:$home/gateway-ear/server/target/offline/*" \
    io.tollgate.dataplane.offline.RenderCommand "$@"
}
