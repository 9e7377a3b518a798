new_api
model=$(gw create-model --rest-api-id "$api" --name Pet --content-type application/json \
  --schema '{"type":"object","properties":{"name":{"type":"string"}}}' --query id)
[ -n "$model" ]
is Pet "$(gw get-model --rest-api-id "$api" --model-name Pet --query name)"
has Pet "$(gw get-models --rest-api-id "$api" --query 'items[].name')"
case "$(gw get-model-template --rest-api-id "$api" --model-name Pet --query value)" in *'$input'*) ;; *) echo "no template" >&2; exit 1 ;; esac
is new "$(gw update-model --rest-api-id "$api" --model-name Pet --patch-operations op=replace,path=/description,value=new --query description)"
refused ConflictException create-model --rest-api-id "$api" --name Pet --content-type application/json --schema '{"type":"object","properties":{}}'
validator=$(gw create-request-validator --rest-api-id "$api" --name all --validate-request-body --validate-request-parameters --query id)
is True "$(gw get-request-validator --rest-api-id "$api" --request-validator-id "$validator" --query validateRequestBody)"
is "$validator" "$(gw get-request-validators --rest-api-id "$api" --query 'items[].id')"
is False "$(gw update-request-validator --rest-api-id "$api" --request-validator-id "$validator" \
  --patch-operations op=replace,path=/validateRequestBody,value=false --query validateRequestBody)"
gw put-method --rest-api-id "$api" --resource-id "$root" --http-method GET --authorization-type NONE --request-validator-id "$validator"
refused ConflictException delete-request-validator --rest-api-id "$api" --request-validator-id "$validator"
gw delete-method --rest-api-id "$api" --resource-id "$root" --http-method GET
gw delete-request-validator --rest-api-id "$api" --request-validator-id "$validator"
gw delete-model --rest-api-id "$api" --model-name Pet
refused NotFoundException get-model --rest-api-id "$api" --model-name Pet
gw delete-rest-api --rest-api-id "$api"
