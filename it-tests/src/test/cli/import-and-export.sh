document=$(mktemp)
out=$(mktemp)
cat >"$document" <<'D'
openapi: 3.0.1
info: {title: walked, version: "1"}
paths:
  /pets:
    get:
      responses: {"200": {description: ok}}
      x-amazon-apigateway-integration: {type: MOCK, requestTemplates: {application/json: '{"statusCode":200}'}, responses: {default: {statusCode: "200"}}}
D
api=$(gw import-rest-api --body "fileb://$document" --parameters endpointConfigurationTypes=REGIONAL --query id)
has /pets "$(gw get-resources --rest-api-id "$api" --query 'items[].path')"
gw create-deployment --rest-api-id "$api" --stage-name dev >/dev/null
gw get-export --rest-api-id "$api" --stage-name dev --export-type oas30 --accepts application/json \
  --parameters extensions=integrations "$out" >/dev/null
grep -q '"/pets"' "$out"
grep -q 'x-amazon-apigateway-integration' "$out"
is walked "$(gw put-rest-api --rest-api-id "$api" --mode overwrite --body "fileb://$document" --query name)"
refused BadRequestException import-rest-api --body 'fileb:///dev/null'
is "$(gw get-resources --rest-api-id "$api" --query 'length(items)')" 2
root=$(gw get-resources --rest-api-id "$api" --query "items[?path=='/pets'].id")
is 200 "$(gw test-invoke-method --rest-api-id "$api" --resource-id "$root" --http-method GET --query status)"
rm "$document" "$out"
gw delete-rest-api --rest-api-id "$api"
