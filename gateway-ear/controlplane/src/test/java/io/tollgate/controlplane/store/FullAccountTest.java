package io.tollgate.controlplane.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account that has one of everything and may not have two. */
class FullAccountTest {
    private static final String TARGET = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/b";
    private static final Map<String, String> NAMES = new HashMap<>();
    private static final Set<ServiceQuota> SEEN = EnumSet.noneOf(ServiceQuota.class);

    private static ControlPlane plane;

    private static int most(ServiceQuota quota) {
        SEEN.add(quota);
        return switch (quota) {
            case RESOURCE_POLICY_LENGTH -> 100;
            case USAGE_PLANS -> 2;
            default -> 1;
        };
    }

    @BeforeAll
    static void fill() {
        plane = new ControlPlane(FullAccountTest::most);
        SampleApi api = SampleApi.deployed(plane);
        NAMES.put("$API", "/restapis/" + api.id());
        NAMES.put("$ROOT", api.resource());
        NAMES.put("$ID", api.id());
        make("LINK", "/vpclinks", "{'name':'l','targetArns':['" + TARGET + "']}", "id");
        make("KEY", "/apikeys", "{'name':'k'}", "id");
        make(
                "PLAN",
                "/usageplans",
                "{'name':'p','apiStages':[{'apiId':'$ID','stage':'live','throttle':{'/GET':{'rateLimit':1}}}]}",
                "id");
        make("OTHER", "/usageplans", "{'name':'q'}", "id");
        make("MEMBER", "/usageplans/$PLAN/keys", "{'keyId':'$KEY','keyType':'API_KEY'}", "id");
        make("CERTIFICATE", "/clientcertificates", "{}", "clientCertificateId");
        make("REGIONAL", "/restapis", "{'name':'r','endpointConfiguration':{'types':['REGIONAL']}}", "id");
        make("PRIVATE", "/restapis", "{'name':'p','endpointConfiguration':{'types':['PRIVATE']}}", "id");
        make("DOMAIN", "/domainnames", "{'domainName':'a.com','certificateName':'c'}", "domainName");
        make(
                "SECLUDED",
                "/domainnames",
                "{'domainName':'a.com','certificateName':'c','endpointConfiguration':{'types':['PRIVATE']}}",
                "domainNameArn");
        make(
                "ASSOCIATION",
                "/domainnameaccessassociations",
                "{'domainNameArn':'$SECLUDED','accessAssociationSourceType':'VPCE','accessAssociationSource':'vpce-1'}",
                "domainNameAccessAssociationArn");
        make(
                "AUTHORIZER",
                "$API/authorizers",
                "{'name':'a','type':'COGNITO_USER_POOLS','providerARNs':['$POOL']}",
                "id");
        make("VALIDATOR", "$API/requestvalidators", "{'name':'v'}", "id");
        make("RESOURCE", "$ROOT", "{'pathPart':'a'}", "id");
        make("PART", "$API/documentation/parts", "{'location':{'type':'API'},'properties':'{}'}", "id");
    }

    @AfterAll
    static void stop() {
        plane.close();
    }

    private static String filled(String text) {
        String filled =
                text.replace('\'', '"').replace("$POOL", "arn:aws:cognito-idp:eu-west-1:111122223333:userpool/u");
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            filled = filled.replace(name.getKey(), name.getValue());
        }
        return filled;
    }

    private static void make(String name, String path, String body, String member) {
        NAMES.put(
                "$" + name,
                plane.json("POST", filled(path), filled(body)).path(member).asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | /restapis | {'name':'x','endpointConfiguration':{'types':['EDGE']}} | Edge-optimized APIs
            POST | /restapis | {'name':'x','endpointConfiguration':{'types':['REGIONAL']}} | Regional APIs
            POST | /restapis | {'name':'x','endpointConfiguration':{'types':['PRIVATE']}} | Private APIs
            PATCH | $API | {'patchOperations':[{'op':'replace','path':'/endpointConfiguration/types/EDGE','value':'REGIONAL'}]} | Regional APIs
            POST | /domainnames | {'domainName':'b.com','certificateName':'c'} | Domain Names
            POST | /domainnames | {'domainName':'b.com','certificateName':'c','endpointConfiguration':{'types':['PRIVATE']}} | Private Domain Names
            POST | /domainnameaccessassociations | {'domainNameArn':'$SECLUDED','accessAssociationSourceType':'VPCE','accessAssociationSource':'vpce-2'} | Domain Name Access Associations
            POST | /apikeys | {'name':'x'} | API Keys
            POST | /apikeys?mode=import&format=csv | name,key\\nx,abcdefghij0123456789 | API Keys
            POST | /clientcertificates | {} | Client Certificates
            POST | /vpclinks | {'name':'x','targetArns':['arn:aws:elasticloadbalancing:eu-west-1:1:x']} | Vpc Links
            POST | /usageplans | {'name':'x'} | Usage Plans
            POST | /usageplans/$OTHER/keys | {'keyId':'$KEY','keyType':'API_KEY'} | Usage Plans
            POST | $API/authorizers | {'name':'x','type':'COGNITO_USER_POOLS','providerARNs':['$POOL']} | Authorizers
            POST | $API/requestvalidators | {'name':'x'} | Request Validators
            POST | $ROOT | {'pathPart':'x'} | Resources
            POST | $API/deployments | {'stageName':'x'} | stages
            POST | $API/documentation/parts | {'location':{'type':'RESOURCE','path':'/'},'properties':'{}'} | Documentation Parts
            PUT | $API?mode=overwrite | swagger: '2.0'\\ninfo: {title: x, version: 1}\\nx-amazon-apigateway-request-validators: {v: {validateRequestBody: true}, w: {validateRequestBody: true}} | Request Validators
            PUT | $API?mode=overwrite | swagger: '2.0'\\ninfo: {title: x, version: 1}\\nsecurityDefinitions: {a: &a {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: {type: cognito_user_pools, providerARNs: [$POOL]}}, b: *a} | Authorizers
            PUT | $API?mode=overwrite | swagger: '2.0'\\ninfo: {title: x, version: 1}\\npaths: {/a: {}, /b: {}} | Resources
            """)
    void oneMoreIsRefusedInAwssWords(String method, String path, String body, String things) {
        assertThat(plane.refusal(method, filled(path), filled(body.replace("\\n", "\n"))))
                .startsWith("429 LimitExceededException: Maximum number of " + things + " for this ")
                .endsWith(" has been reached. Please contact AWS if you need additional " + things + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PATCH | /usageplans/$PLAN | {'patchOperations':[{'op':'add','path':'/apiStages/$ID:live/throttle//a/GET/rateLimit','value':'1'}]} | An API Stage of a Usage Plan can have at most 1 method throttles
            PATCH | $API | {'patchOperations':[{'op':'replace','path':'/policy','value':'{\\'Statement\\':[{\\'Effect\\':\\'Allow\\',\\'Principal\\':\\'*\\',\\'Action\\':\\'execute-api:Invoke\\',\\'Resource\\':\\'arn:aws:execute-api:eu-west-1:111122223333:abc/*\\'}]}'}]} | A resource policy can have at most 100 characters
            """)
    void whatIsWithinSomethingElseIsABadRequest(String method, String path, String body, String message) {
        assertThat(plane.refusal(method, filled(path), filled(body))).isEqualTo("400 BadRequestException: " + message);
    }

    @Test
    void everyQuotaIsSetByTheOperator() {
        assertThat(SEEN).containsExactlyInAnyOrder(ServiceQuota.values());
    }
}
