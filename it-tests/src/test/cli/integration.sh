new_api
at="--rest-api-id $api --resource-id $root --http-method GET"
gw put-method $at --authorization-type NONE >/dev/null
gw put-method-response $at --status-code 200 >/dev/null
is MOCK "$(gw put-integration $at --type MOCK --request-templates '{"application/json":"{\"statusCode\": 200}"}' --query type)"
is 5000 "$(gw update-integration $at --patch-operations op=replace,path=/timeoutInMillis,value=5000 --query timeoutInMillis)"
is 5000 "$(gw get-integration $at --query timeoutInMillis)"
is 200 "$(gw put-integration-response $at --status-code 200 --selection-pattern '' --query statusCode)"
is '2..' "$(gw update-integration-response $at --status-code 200 --patch-operations op=replace,path=/selectionPattern,value=2.. --query selectionPattern)"
is '2..' "$(gw get-integration-response $at --status-code 200 --query selectionPattern)"
gw delete-integration-response $at --status-code 200
refused NotFoundException get-integration-response $at --status-code 200
gw delete-integration $at
refused NotFoundException get-integration $at
refused BadRequestException put-integration $at --type HTTP --integration-http-method GET --uri nowhere
gw delete-rest-api --rest-api-id "$api"
