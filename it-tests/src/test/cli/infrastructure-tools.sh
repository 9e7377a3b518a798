# The order in which infrastructure tools call: make, read back at once, change member by member, tag by ARN, take away.
new_api
policy='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"*"}]}'
gw update-rest-api --rest-api-id "$api" --patch-operations "$(printf '[{"op":"replace","path":"/policy","value":%s}]' "$(printf '%s' "$policy" | sed 's/"/\\"/g; s/^/"/; s/$/"/')")" >/dev/null
shown=$(aws --output json apigateway get-rest-api --rest-api-id "$api" --query policy)
# One level of escapes is JSON's, the other is taken off by the tools.
case "$shown" in *'\\\"Version\\\":\\\"2012-10-17\\\"'*) ;; *) echo "policy is not escaped: $shown" >&2; exit 1 ;; esac
arn=arn:aws:apigateway:us-east-1::/restapis/$api
gw tag-resource --resource-arn "$arn" --tags managed=yes
is yes "$(gw get-tags --resource-arn "$arn" --query tags.managed)"
pets=$(gw create-resource --rest-api-id "$api" --parent-id "$root" --path-part pets --query id)
is pets "$(gw get-resource --rest-api-id "$api" --resource-id "$pets" --query pathPart)"
at="--rest-api-id $api --resource-id $pets --http-method GET"
gw put-method $at --authorization-type NONE >/dev/null
is NONE "$(gw get-method $at --query authorizationType)"
gw update-method $at --patch-operations op=replace,path=/apiKeyRequired,value=true op=add,path=/requestParameters/method.request.querystring.q,value=false >/dev/null
is True "$(gw get-method $at --query apiKeyRequired)"
gw put-integration $at --type MOCK --request-templates '{"application/json":"{\"statusCode\":200}"}' >/dev/null
gw put-integration $at --type MOCK --request-templates '{"application/json":"{\"statusCode\":201}"}' >/dev/null
gw put-method-response $at --status-code 200 >/dev/null
gw put-integration-response $at --status-code 200 >/dev/null
is 200 "$(gw get-integration-response $at --status-code 200 --query statusCode)"
first=$(gw create-deployment --rest-api-id "$api" --query id)
gw create-stage --rest-api-id "$api" --stage-name live --deployment-id "$first" >/dev/null
gw update-stage --rest-api-id "$api" --stage-name live --patch-operations \
  'op=replace,path=/*/*/logging/loglevel,value=ERROR' 'op=replace,path=/*/*/throttling/rateLimit,value=50' \
  'op=replace,path=/*/*/throttling/burstLimit,value=20' op=replace,path=/variables/color,value=blue >/dev/null
is 50.0 "$(gw get-stage --rest-api-id "$api" --stage-name live --query 'methodSettings."*/*".throttlingRateLimit')"
second=$(gw create-deployment --rest-api-id "$api" --query id)
gw update-stage --rest-api-id "$api" --stage-name live --patch-operations "op=replace,path=/deploymentId,value=$second" >/dev/null
gw delete-deployment --rest-api-id "$api" --deployment-id "$first"
refused BadRequestException delete-deployment --rest-api-id "$api" --deployment-id "$second"
is blue "$(gw get-stage --rest-api-id "$api" --stage-name live --query variables.color)"
gw update-stage --rest-api-id "$api" --stage-name live --patch-operations 'op=remove,path=/*/*' >/dev/null
is None "$(gw get-stage --rest-api-id "$api" --stage-name live --query 'methodSettings."*/*"')"
gw delete-stage --rest-api-id "$api" --stage-name live
gw delete-deployment --rest-api-id "$api" --deployment-id "$second"
gw delete-integration-response $at --status-code 200
gw delete-method-response $at --status-code 200
gw delete-integration $at
refused NotFoundException get-integration $at
gw delete-method $at
gw delete-resource --rest-api-id "$api" --resource-id "$pets"
gw untag-resource --resource-arn "$arn" --tag-keys managed
gw delete-rest-api --rest-api-id "$api"
refused NotFoundException get-rest-api --rest-api-id "$api"
