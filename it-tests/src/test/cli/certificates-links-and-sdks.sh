certificate=$(gw generate-client-certificate --description walk --query clientCertificateId)
case "$(gw get-client-certificate --client-certificate-id "$certificate" --query pemEncodedCertificate)" in *BEGIN\ CERTIFICATE*) ;; *) echo "no PEM" >&2; exit 1 ;; esac
has "$certificate" "$(gw get-client-certificates --query 'items[].clientCertificateId')"
is new "$(gw update-client-certificate --client-certificate-id "$certificate" --patch-operations op=replace,path=/description,value=new --query description)"
gw delete-client-certificate --client-certificate-id "$certificate"
refused NotFoundException get-client-certificate --client-certificate-id "$certificate"
link=$(gw create-vpc-link --name walk --target-arns arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/a/b --query id)
is AVAILABLE "$(gw get-vpc-link --vpc-link-id "$link" --query status)"
has "$link" "$(gw get-vpc-links --query 'items[].id')"
is other "$(gw update-vpc-link --vpc-link-id "$link" --patch-operations op=replace,path=/name,value=other --query name)"
new_api
gw put-method --rest-api-id "$api" --resource-id "$root" --http-method GET --authorization-type NONE
refused BadRequestException put-integration --rest-api-id "$api" --resource-id "$root" --http-method GET --type HTTP_PROXY \
  --integration-http-method GET --uri http://backend.example --connection-type VPC_LINK --connection-id nolink
is "$link" "$(gw put-integration --rest-api-id "$api" --resource-id "$root" --http-method GET --type HTTP_PROXY \
  --integration-http-method GET --uri http://backend.example --connection-type VPC_LINK --connection-id "$link" --query connectionId)"
refused BadRequestException delete-vpc-link --vpc-link-id "$link"
gw delete-rest-api --rest-api-id "$api"
gw delete-vpc-link --vpc-link-id "$link"
has javascript "$(gw get-sdk-types --query 'items[].id')"
is java "$(gw get-sdk-type --id java --query id)"
