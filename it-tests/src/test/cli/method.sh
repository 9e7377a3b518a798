new_api
at="--rest-api-id $api --resource-id $root --http-method GET"
is NONE "$(gw put-method $at --authorization-type NONE --request-parameters method.request.querystring.page=false --query authorizationType)"
is True "$(gw update-method $at --patch-operations op=replace,path=/apiKeyRequired,value=true --query apiKeyRequired)"
is 200 "$(gw put-method-response $at --status-code 200 --query statusCode)"
is 200 "$(gw get-method-response $at --status-code 200 --query statusCode)"
gw update-method-response $at --status-code 200 --patch-operations op=add,path=/responseParameters/method.response.header.X-A,value=true >/dev/null
has True "$(gw get-method $at --query 'methodResponses."200".responseParameters."method.response.header.X-A"')"
gw delete-method-response $at --status-code 200
refused NotFoundException get-method-response $at --status-code 200
gw delete-method $at
refused NotFoundException get-method $at
gw delete-rest-api --rest-api-id "$api"
