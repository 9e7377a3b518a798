new_api
is True "$(gw get-gateway-response --rest-api-id "$api" --response-type THROTTLED --query defaultResponse)"
is 420 "$(gw put-gateway-response --rest-api-id "$api" --response-type THROTTLED --status-code 420 \
  --response-parameters "{\"gatewayresponse.header.X-Why\":\"'slow'\"}" --query statusCode)"
is False "$(gw get-gateway-response --rest-api-id "$api" --response-type THROTTLED --query defaultResponse)"
has THROTTLED "$(gw get-gateway-responses --rest-api-id "$api" --query 'items[].responseType')"
is 429 "$(gw update-gateway-response --rest-api-id "$api" --response-type THROTTLED \
  --patch-operations op=replace,path=/statusCode,value=429 --query statusCode)"
gw delete-gateway-response --rest-api-id "$api" --response-type THROTTLED
refused NotFoundException delete-gateway-response --rest-api-id "$api" --response-type THROTTLED
gw delete-rest-api --rest-api-id "$api"
