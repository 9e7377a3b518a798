new_api
gw put-method --rest-api-id "$api" --resource-id "$root" --http-method GET --authorization-type NONE >/dev/null
gw put-integration --rest-api-id "$api" --resource-id "$root" --http-method GET --type MOCK >/dev/null
gw create-deployment --rest-api-id "$api" --stage-name dev >/dev/null
name=walk$RANDOM.example.com
gw create-domain-name --domain-name "$name" --regional-certificate-arn arn:aws:acm:us-east-1:000000000000:certificate/c \
  --endpoint-configuration types=REGIONAL >/dev/null
is AVAILABLE "$(gw get-domain-name --domain-name "$name" --query domainNameStatus)"
has "$name" "$(gw get-domain-names --query 'items[].domainName')"
is v1 "$(gw create-base-path-mapping --domain-name "$name" --base-path v1 --rest-api-id "$api" --stage dev --query basePath)"
is dev "$(gw get-base-path-mapping --domain-name "$name" --base-path v1 --query stage)"
is v1 "$(gw get-base-path-mappings --domain-name "$name" --query 'items[].basePath')"
is v2 "$(gw update-base-path-mapping --domain-name "$name" --base-path v1 --patch-operations op=replace,path=/basePath,value=v2 --query basePath)"
gw delete-base-path-mapping --domain-name "$name" --base-path v2
gw delete-domain-name --domain-name "$name"
refused NotFoundException get-domain-name --domain-name "$name"
gw delete-rest-api --rest-api-id "$api"
