new_api
refused BadRequestException create-deployment --rest-api-id "$api" --stage-name early
gw put-method --rest-api-id "$api" --resource-id "$root" --http-method GET --authorization-type NONE >/dev/null
gw put-integration --rest-api-id "$api" --resource-id "$root" --http-method GET --type MOCK >/dev/null
deployment=$(gw create-deployment --rest-api-id "$api" --stage-name one --description first --query id)
is first "$(gw get-deployment --rest-api-id "$api" --deployment-id "$deployment" --query description)"
has "$deployment" "$(gw get-deployments --rest-api-id "$api" --query 'items[].id')"
is other "$(gw update-deployment --rest-api-id "$api" --deployment-id "$deployment" --patch-operations op=replace,path=/description,value=other --query description)"
is two "$(gw create-stage --rest-api-id "$api" --stage-name two --deployment-id "$deployment" --variables a=b --query stageName)"
is b "$(gw get-stage --rest-api-id "$api" --stage-name two --query variables.a)"
is c "$(gw update-stage --rest-api-id "$api" --stage-name two --patch-operations op=replace,path=/variables/a,value=c --query variables.a)"
has one "$(gw get-stages --rest-api-id "$api" --query 'item[].stageName')"
refused BadRequestException delete-deployment --rest-api-id "$api" --deployment-id "$deployment"
gw delete-stage --rest-api-id "$api" --stage-name one
gw delete-stage --rest-api-id "$api" --stage-name two
refused NotFoundException get-stage --rest-api-id "$api" --stage-name two
gw delete-deployment --rest-api-id "$api" --deployment-id "$deployment"
gw delete-rest-api --rest-api-id "$api"
