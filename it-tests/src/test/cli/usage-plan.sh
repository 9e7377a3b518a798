new_api
gw put-method --rest-api-id "$api" --resource-id "$root" --http-method GET --authorization-type NONE --api-key-required >/dev/null
gw put-integration --rest-api-id "$api" --resource-id "$root" --http-method GET --type MOCK >/dev/null
gw create-deployment --rest-api-id "$api" --stage-name dev >/dev/null
plan=$(gw create-usage-plan --name walk --api-stages "apiId=$api,stage=dev" --throttle rateLimit=5,burstLimit=10 --quota limit=100,period=MONTH --query id)
is 5.0 "$(gw get-usage-plan --usage-plan-id "$plan" --query throttle.rateLimit)"
has "$plan" "$(gw get-usage-plans --query 'items[].id')"
is 7 "$(gw update-usage-plan --usage-plan-id "$plan" --patch-operations op=replace,path=/throttle/burstLimit,value=7 --query throttle.burstLimit)"
is 2.5 "$(gw update-usage-plan --usage-plan-id "$plan" --patch-operations "op=add,path=/apiStages/$api:dev/throttle//GET/rateLimit,value=2.5" --query 'apiStages[0].throttle."//GET".rateLimit || apiStages[0].throttle."/GET".rateLimit')"
refused NotFoundException create-usage-plan --name x --api-stages "apiId=$api,stage=none"
key=$(gw create-api-key --enabled --query id)
is API_KEY "$(gw create-usage-plan-key --usage-plan-id "$plan" --key-id "$key" --key-type API_KEY --query type)"
refused ConflictException create-usage-plan-key --usage-plan-id "$plan" --key-id "$key" --key-type API_KEY
is "$key" "$(gw get-usage-plan-keys --usage-plan-id "$plan" --query 'items[].id')"
is "$key" "$(gw get-usage-plan-key --usage-plan-id "$plan" --key-id "$key" --query id)"
today=$(date -u +%F)
is 0 "$(gw get-usage --usage-plan-id "$plan" --start-date "$today" --end-date "$today" --query "items.\"$key\"[0][0]")"
is 500 "$(gw update-usage --usage-plan-id "$plan" --key-id "$key" --patch-operations op=replace,path=/remaining,value=500 --query "items.\"$key\"[0][1]")"
gw delete-usage-plan-key --usage-plan-id "$plan" --key-id "$key"
gw delete-api-key --api-key "$key"
refused BadRequestException delete-usage-plan --usage-plan-id "$plan"
gw update-usage-plan --usage-plan-id "$plan" --patch-operations "op=remove,path=/apiStages,value=$api:dev" >/dev/null
gw delete-usage-plan --usage-plan-id "$plan"
refused NotFoundException get-usage-plan --usage-plan-id "$plan"
gw delete-rest-api --rest-api-id "$api"
