new_api
gw get-account >/dev/null
arn=arn:aws:apigateway:us-east-1::/restapis/$api
gw tag-resource --resource-arn "$arn" --tags a=1,b=2
is 1 "$(gw get-tags --resource-arn "$arn" --query tags.a)"
gw untag-resource --resource-arn "$arn" --tag-keys a
is None "$(gw get-tags --resource-arn "$arn" --query tags.a)"
is 2 "$(gw get-rest-api --rest-api-id "$api" --query tags.b)"
gw delete-rest-api --rest-api-id "$api"
