#!/usr/bin/env bash
# Builds a pet-store API on a running gateway with the AWS CLI and prints calls that work.
set -euo pipefail
data=${1:?data folder}
port=${2:?management port}
express=${3:?express port}
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd)

fail() { printf 'tollgate demo: %s\n' "$*" >&2; exit 1; }
[ -f "$data/credentials" ] || fail "there is no gateway with data in $data; start one with ./tollgate run"
command -v python3 >/dev/null || fail "python3 is needed for the demo's backend (Debian: apt-get install python3)"
command -v aws >/dev/null || fail "the AWS CLI is needed (Debian: apt-get install awscli)"

coproc BACKEND { exec python3 "$here/backend.py" 0; }
trap 'kill "$BACKEND_PID" 2>/dev/null || true' EXIT
read -r backend_port <&"${BACKEND[0]}"
backend="http://127.0.0.1:$backend_port"

export AWS_SHARED_CREDENTIALS_FILE="$data/credentials" AWS_PROFILE=tollgate AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
gw() { aws --endpoint-url "http://127.0.0.1:$port" --output text apigateway "$@"; }
for ((attempt = 1; ; attempt++)); do
  refused=$(gw get-account 2>&1 >/dev/null) && break
  [ "$attempt" -lt 300 ] || fail "the gateway on port $port does not answer the AWS CLI: $refused"
  sleep 0.2
done

echo "building the pet store ..."
api=$(gw create-rest-api --name pet-store --endpoint-configuration types=REGIONAL --query id)
root=$(gw get-resources --rest-api-id "$api" --query 'items[0].id')
pets=$(gw create-resource --rest-api-id "$api" --parent-id "$root" --path-part pets --query id)
hello=$(gw create-resource --rest-api-id "$api" --parent-id "$root" --path-part hello --query id)
store=$(gw create-resource --rest-api-id "$api" --parent-id "$root" --path-part store --query id)
proxy=$(gw create-resource --rest-api-id "$api" --parent-id "$store" --path-part '{proxy+}' --query id)

for verb in GET POST; do
  gw put-method --rest-api-id "$api" --resource-id "$pets" --http-method $verb --authorization-type NONE >/dev/null
  gw put-integration --rest-api-id "$api" --resource-id "$pets" --http-method $verb --type HTTP_PROXY \
    --integration-http-method $verb --uri "$backend/pets" >/dev/null
done
gw put-method --rest-api-id "$api" --resource-id "$hello" --http-method GET --authorization-type NONE >/dev/null
gw put-method-response --rest-api-id "$api" --resource-id "$hello" --http-method GET --status-code 200 >/dev/null
gw put-integration --rest-api-id "$api" --resource-id "$hello" --http-method GET --type MOCK \
  --request-templates '{"application/json":"{\"statusCode\": 200}"}' >/dev/null
gw put-integration-response --rest-api-id "$api" --resource-id "$hello" --http-method GET --status-code 200 \
  --response-templates '{"application/json":"{\"hello\": \"$input.params('"'name'"')\", \"request\": \"$context.requestId\"}"}' >/dev/null
gw put-method --rest-api-id "$api" --resource-id "$proxy" --http-method ANY --authorization-type NONE \
  --request-parameters method.request.path.proxy=true >/dev/null
gw put-integration --rest-api-id "$api" --resource-id "$proxy" --http-method ANY --type HTTP_PROXY \
  --integration-http-method ANY --uri "$backend/{proxy}" \
  --request-parameters integration.request.path.proxy=method.request.path.proxy >/dev/null
gw create-deployment --rest-api-id "$api" --stage-name demo >/dev/null

base="http://$api.execute-api.localhost:$express/demo"
cat <<EOF
the pet store is live; try:
  curl $base/pets
  curl -H 'content-type: application/json' -d '{"type":"fish","price":0.99}' $base/pets
  curl '$base/hello?name=world'
  curl $base/store/anything/below
Ctrl-C ends the demo's backend
EOF
wait "$BACKEND_PID"
