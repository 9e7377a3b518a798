new_api
part=$(gw create-documentation-part --rest-api-id "$api" --location type=API --properties '{"description":"walked"}' --query id)
is "$part" "$(gw get-documentation-part --rest-api-id "$api" --documentation-part-id "$part" --query id)"
has "$part" "$(gw get-documentation-parts --rest-api-id "$api" --query 'items[].id')"
gw update-documentation-part --rest-api-id "$api" --documentation-part-id "$part" \
  --patch-operations '[{"op":"replace","path":"/properties","value":"{\"description\":\"new\"}"}]' >/dev/null
is v1 "$(gw create-documentation-version --rest-api-id "$api" --documentation-version v1 --query version)"
has v1 "$(gw get-documentation-versions --rest-api-id "$api" --query 'items[].version')"
is told "$(gw update-documentation-version --rest-api-id "$api" --documentation-version v1 \
  --patch-operations op=replace,path=/description,value=told --query description)"
gw delete-documentation-version --rest-api-id "$api" --documentation-version v1
gw delete-documentation-part --rest-api-id "$api" --documentation-part-id "$part"
refused NotFoundException get-documentation-part --rest-api-id "$api" --documentation-part-id "$part"
document=$(mktemp)
cat >"$document" <<'D'
swagger: "2.0"
info: {title: walked, version: "1"}
paths: {}
x-amazon-apigateway-documentation:
  documentationParts: [{location: {type: API}, properties: {description: in}}]
D
is 1 "$(gw import-documentation-parts --rest-api-id "$api" --mode overwrite --body "fileb://$document" --query 'length(ids)')"
rm "$document"
gw delete-rest-api --rest-api-id "$api"
