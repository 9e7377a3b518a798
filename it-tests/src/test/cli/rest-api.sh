api=$(gw create-rest-api --name walk --description one --endpoint-configuration types=REGIONAL --tags team=a --query id)
is walk "$(gw get-rest-api --rest-api-id "$api" --query name)"
is REGIONAL "$(gw get-rest-api --rest-api-id "$api" --query 'endpointConfiguration.types[0]')"
has "$api" "$(gw get-rest-apis --query 'items[].id')"
is two "$(gw update-rest-api --rest-api-id "$api" --patch-operations op=replace,path=/description,value=two --query description)"
refused BadRequestException update-rest-api --rest-api-id "$api" --patch-operations op=replace,path=/nothing,value=x
gw delete-rest-api --rest-api-id "$api"
refused NotFoundException get-rest-api --rest-api-id "$api"
