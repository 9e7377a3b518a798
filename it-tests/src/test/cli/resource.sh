new_api
pets=$(gw create-resource --rest-api-id "$api" --parent-id "$root" --path-part pets --query id)
pet=$(gw create-resource --rest-api-id "$api" --parent-id "$pets" --path-part '{petId}' --query id)
is '/pets/{petId}' "$(gw get-resource --rest-api-id "$api" --resource-id "$pet" --query path)"
is 3 "$(gw get-resources --rest-api-id "$api" --query 'length(items)')"
is /animals "$(gw update-resource --rest-api-id "$api" --resource-id "$pets" --patch-operations op=replace,path=/pathPart,value=animals --query path)"
refused ConflictException create-resource --rest-api-id "$api" --parent-id "$root" --path-part animals
refused BadRequestException create-resource --rest-api-id "$api" --parent-id "$root" --path-part 'a/b'
gw delete-resource --rest-api-id "$api" --resource-id "$pets"
refused NotFoundException get-resource --rest-api-id "$api" --resource-id "$pet"
gw delete-rest-api --rest-api-id "$api"
