key=$(gw create-api-key --name walk --enabled --value walk-walk-walk-walk-walk-$RANDOM$RANDOM --query id)
is True "$(gw get-api-key --api-key "$key" --query enabled)"
is None "$(gw get-api-key --api-key "$key" --query value)"
case "$(gw get-api-key --api-key "$key" --include-value --query value)" in walk-*) ;; *) echo "no value" >&2; exit 1 ;; esac
has "$key" "$(gw get-api-keys --name-query wal --query 'items[].id')"
is False "$(gw update-api-key --api-key "$key" --patch-operations op=replace,path=/enabled,value=false --query enabled)"
refused BadRequestException create-api-key --value short
end=2099-12-31T23:59:59Z
refused BadRequestException create-api-key --name walk --tags tollgate:expires-at=tomorrow
gw tag-resource --resource-arn "arn:aws:apigateway:us-east-1::/apikeys/$key" --tags "tollgate:expires-at=$end"
is "$end" "$(gw get-api-key --api-key "$key" --query 'tags."tollgate:expires-at"')"
table=$(mktemp)
printf 'Name,Key,Enabled\nimported,walk-import-%s%s-0123456789,TRUE\nbad,short,TRUE\n' "$RANDOM" "$RANDOM" >"$table"
refused BadRequestException import-api-keys --body "fileb://$table" --format csv --fail-on-warnings
imported=$(gw import-api-keys --body "fileb://$table" --format csv --query 'ids[0]')
is imported "$(gw get-api-key --api-key "$imported" --query name)"
rm "$table"
gw delete-api-key --api-key "$imported"
gw delete-api-key --api-key "$key"
refused NotFoundException get-api-key --api-key "$key"
