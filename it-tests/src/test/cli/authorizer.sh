new_api
uri=arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:f/invocations
id=$(gw create-authorizer --rest-api-id "$api" --name a --type TOKEN --authorizer-uri "$uri" \
  --identity-source method.request.header.Authorization --query id)
is TOKEN "$(gw get-authorizer --rest-api-id "$api" --authorizer-id "$id" --query type)"
is "$id" "$(gw get-authorizers --rest-api-id "$api" --query 'items[].id')"
is b "$(gw update-authorizer --rest-api-id "$api" --authorizer-id "$id" --patch-operations op=replace,path=/name,value=b --query name)"
gw delete-authorizer --rest-api-id "$api" --authorizer-id "$id"
refused NotFoundException get-authorizer --rest-api-id "$api" --authorizer-id "$id"
gw delete-rest-api --rest-api-id "$api"
