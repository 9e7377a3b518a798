# To be sourced: an API for a load, by the AWS CLI. Uses the management port in "port".
gw() { aws --endpoint-url "http://127.0.0.1:$port" --output text apigateway "$@"; }

# mock_api NAME [options of put-method]: an API with GET /x that answers by itself, live as stage s; puts its id into "api".
mock_api() {
  local root resource at name=$1
  shift
  api=$(gw create-rest-api --name "$name" --endpoint-configuration types=REGIONAL --query id)
  root=$(gw get-resources --rest-api-id "$api" --query 'items[0].id')
  resource=$(gw create-resource --rest-api-id "$api" --parent-id "$root" --path-part x --query id)
  at="--rest-api-id $api --resource-id $resource --http-method GET"
  gw put-method $at --authorization-type NONE "$@" >/dev/null
  gw put-method-response $at --status-code 200 >/dev/null
  gw put-integration $at --type MOCK --request-templates '{"application/json":"{\"statusCode\": 200}"}' >/dev/null
  gw put-integration-response $at --status-code 200 --response-templates '{"application/json":"{\"here\": true}"}' >/dev/null
  gw create-deployment --rest-api-id "$api" --stage-name s >/dev/null
}
