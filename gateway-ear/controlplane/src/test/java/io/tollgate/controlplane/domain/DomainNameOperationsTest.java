package io.tollgate.controlplane.domain;

import static io.tollgate.controlplane.testing.SampleApi.patch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainNameOperationsTest {
    private static final String ALL = "/domainnames";
    private static final String EDGE_ARN = "arn:aws:acm:us-east-1:111122223333:certificate/e";
    private static final String ARN = "arn:aws:acm:eu-west-1:111122223333:certificate/r";
    private static final String POLICY =
            "{\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\",\\\"Principal\\\":\\\"*\\\","
                    + "\\\"Action\\\":\\\"execute-api:Invoke\\\",\\\"Resource\\\":\\\"execute-api:/*\\\"}]}";

    private static ControlPlane plane;

    @BeforeAll
    static void start() {
        plane = new ControlPlane();
    }

    @AfterAll
    static void stop() {
        plane.close();
    }

    @AfterEach
    void deleteAll() {
        for (JsonNode one : plane.json("GET", ALL + "?limit=500", "").path("item")) {
            String id = one.path("domainNameId").asText();
            plane.call(
                    "DELETE",
                    ALL + "/" + one.path("domainName").asText() + (id.isEmpty() ? "" : "?domainNameId=" + id),
                    "");
        }
    }

    private static String regional(String name) {
        return "{\"domainName\":\"" + name + "\",\"regionalCertificateArn\":\"" + ARN
                + "\",\"endpointConfiguration\":{\"types\":[\"REGIONAL\"]}}";
    }

    private static String edge(String name) {
        return "{\"domainName\":\"" + name + "\",\"certificateArn\":\"" + EDGE_ARN + "\"}";
    }

    private static String secluded(String name) {
        return "{\"domainName\":\"" + name + "\",\"certificateArn\":\"" + ARN
                + "\",\"endpointConfiguration\":{\"types\":[\"PRIVATE\"]},\"policy\":\"" + POLICY + "\"}";
    }

    @Nested
    class Created {

        @Test
        void aRegionalDomainHasANameForDns() {
            JsonNode made = plane.json("POST", ALL, regional("api.example.com"));
            assertThat(made.path("regionalDomainName").asText())
                    .matches("d-[a-z0-9]{10}\\.execute-api\\.eu-west-1\\.amazonaws\\.com");
            assertThat(made.path("regionalHostedZoneId").asText()).startsWith("Z");
            assertThat(made.path("domainNameArn").asText())
                    .isEqualTo("arn:aws:apigateway:eu-west-1::/domainnames/api.example.com");
            assertThat(made.path("domainNameStatus").asText()).isEqualTo("AVAILABLE");
            assertThat(made.path("securityPolicy").asText()).isEqualTo("TLS_1_2");
            assertThat(made.path("routingMode").asText()).isEqualTo("BASE_PATH_MAPPING_ONLY");
            assertThat(made.path("endpointConfiguration"))
                    .hasToString("{\"types\":[\"REGIONAL\"],\"ipAddressType\":\"ipv4\"}");
            assertThat(made.has("distributionDomainName") || made.has("tags") || made.has("domainNameId"))
                    .isFalse();
        }

        @Test
        void anEdgeDomainIsTheDefaultAndHasADistribution() {
            JsonNode made = plane.json("POST", ALL, edge("api.example.com"));
            assertThat(made.path("endpointConfiguration").path("types")).hasToString("[\"EDGE\"]");
            assertThat(made.path("distributionDomainName").asText()).matches("d[a-z0-9]{13}\\.cloudfront\\.net");
            assertThat(made.path("distributionHostedZoneId").asText()).isEqualTo("Z2FDTNDATAQYW2");
            assertThat(made.path("certificateUploadDate").asLong()).isEqualTo(ControlPlane.NOW.getEpochSecond());
            assertThat(made.has("regionalDomainName")).isFalse();
        }

        @Test
        void aPrivateDomainIsNamedWithItsId() {
            JsonNode made = plane.json("POST", ALL, secluded("api.example.com"));
            String id = made.path("domainNameId").asText();
            assertThat(made.path("domainNameArn").asText())
                    .isEqualTo("arn:aws:apigateway:eu-west-1:111122223333:/domainnames/api.example.com+" + id);
            assertThat(made.path("endpointConfiguration").path("ipAddressType").asText())
                    .isEqualTo("dualstack");
            assertThat(made.path("policy").asText())
                    .contains("arn:aws:execute-api:eu-west-1:111122223333:/domainnames/api.example.com+" + id + "/*");
            assertThat(plane.refusal("GET", ALL + "/api.example.com", "")).startsWith("404");
            assertThat(plane.json("GET", ALL + "/api.example.com?domainNameId=" + id, "")
                            .path("domainNameId")
                            .asText())
                    .isEqualTo(id);
            plane.call("POST", ALL, edge("api.example.com"));
            assertThat(plane.refusal("POST", ALL, secluded("API.example.com"))).contains("already exists");
        }

        @Test
        void allSettingsAreShown() {
            JsonNode made = plane.json(
                    "POST",
                    ALL,
                    "{\"domainName\":\"*.example.com\",\"regionalCertificateName\":\"n\",\"endpointConfiguration\":{\"types\":"
                            + "[\"REGIONAL\"],\"ipAddressType\":\"dualstack\"},\"securityPolicy\":\"SecurityPolicy_TLS13_1_3_2025_09\","
                            + "\"mutualTlsAuthentication\":{\"truststoreUri\":\"s3://b/k\",\"truststoreVersion\":\"1\"},"
                            + "\"ownershipVerificationCertificateArn\":\"" + ARN
                            + "\",\"routingMode\":\"ROUTING_RULE_ONLY\",\"tags\":{\"k\":\"v\"}}");
            assertThat(made.path("mutualTlsAuthentication"))
                    .hasToString("{\"truststoreUri\":\"s3://b/k\",\"truststoreVersion\":\"1\"}");
            assertThat(made.path("endpointAccessMode").asText()).isEqualTo("BASIC");
            assertThat(made.path("routingMode").asText()).isEqualTo("ROUTING_RULE_ONLY");
            assertThat(made.path("tags")).hasToString("{\"k\":\"v\"}");
            assertThat(plane.json("GET", ALL + "/%2A.example.com", "")).isEqualTo(made);
        }

        @Test
        void aCertificateThatIsHandedInIsSealed() {
            plane.call(
                    "POST",
                    ALL,
                    "{\"domainName\":\"a.com\",\"certificateName\":\"n\",\"certificatePrivateKey\":\"a-private-key\"}");
            assertThat(plane.json("GET", ALL + "/a.com", "").toString()).doesNotContain("a-private-key");
            assertThat(plane.stored(DomainNameRow.class, "a.com"))
                    .contains("sealedCertificate")
                    .doesNotContain("a-private-key");
            Optional<String> kept = plane.with(DomainNames.class, domains -> domains.certificate("a.com"));
            assertThat(kept).hasValue("{\"certificatePrivateKey\":\"a-private-key\"}");
            List<?> audited = plane.with(
                    EntityManager.class,
                    entities -> entities.createNativeQuery("select parameters from audit", String.class)
                            .getResultList());
            assertThat(audited).isNotEmpty().noneMatch(one -> one.toString().contains("a-private-key"));
        }

        @Test
        void aNameIsTakenOnceWhateverItsCase() {
            plane.call("POST", ALL, edge("Api.Example.com"));
            assertThat(plane.refusal("POST", ALL, regional("api.example.COM")))
                    .isEqualTo("400 BadRequestException: The domain name you provided already exists.");
            assertThat(plane.json("GET", ALL + "/api.example.com", "")
                            .path("domainName")
                            .asText())
                    .isEqualTo("Api.Example.com");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        {} | ValidationException: 1 validation error detected: Value null at 'createDomainNameInput.domainName' failed to satisfy constraint: Member must not be null
                        {"domainName":""} | BadRequestException: No Domain Name specified
                        {"domainName":"a b"} | BadRequestException: Invalid domain name specified: a b
                        {"domainName":"a.*.b"} | BadRequestException: Invalid domain name specified: a.*.b
                        {"domainName":"a"} | BadRequestException: A certificate was not provided for the endpoint type EDGE.
                        {"domainName":"a","endpointConfiguration":{"types":["REGIONAL"]}} | BadRequestException: A certificate was not provided for the endpoint type REGIONAL.
                        {"domainName":"a","certificateName":"c","endpointConfiguration":{"types":["REGIONAL"]}} | BadRequestException: Cannot import certificates for EDGE while REGIONAL is active.
                        {"domainName":"a","certificateName":"c","regionalCertificateName":"c"} | BadRequestException: Cannot import certificates for REGIONAL while EDGE is active.
                        {"domainName":"a","certificateArn":"c"} | BadRequestException: Invalid certificate ARN: c
                        {"domainName":"a","certificateArn":"arn:aws:acm:eu-west-1:1:certificate/x"} | BadRequestException: Invalid certificate ARN: arn:aws:acm:eu-west-1:1:certificate/x. Certificate must be in 'us-east-1'.
                        {"domainName":"a","certificateName":"c","certificateBody":"x"} | BadRequestException: Invalid certificate body: it is not an X.509 certificate in PEM
                        {"domainName":"a","certificateName":"c","endpointConfiguration":{"types":[]}} | BadRequestException: REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.
                        {"domainName":"a","certificateName":"c","endpointConfiguration":{"types":["EDGE","REGIONAL"]}} | BadRequestException: Cannot create a domain name with multiple Endpoint Types.
                        {"domainName":"a","certificateName":"c","endpointConfiguration":{"types":["LOCAL"]}} | ValidationException: 1 validation error detected: Value '[LOCAL]' at 'createDomainNameInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [PRIVATE, EDGE, REGIONAL]]
                        {"domainName":"a","certificateName":"c","endpointConfiguration":{"types":["PRIVATE"],"ipAddressType":"ipv4"}} | BadRequestException: Only dualstack ipAddressType is supported for Private domain names.
                        {"domainName":"a","certificateName":"c","endpointAccessMode":"BASIC"} | BadRequestException: Endpoint access mode is only supported for security policies that start with SecurityPolicy_
                        {"domainName":"a","certificateName":"c","securityPolicy":"SecurityPolicy_TLS13_1_3_2025_09"} | BadRequestException: Security policy SecurityPolicy_TLS13_1_3_2025_09 is not supported for the endpoint types [EDGE]
                        {"domainName":"a","certificateName":"c","policy":"{}"} | BadRequestException: The member policy is only supported for private domain names.
                        {"domainName":"a","certificateName":"c","mutualTlsAuthentication":{"truststoreUri":"s3://b/k"}} | BadRequestException: Mutual TLS is only supported for REGIONAL domain names.
                        {"domainName":"a","regionalCertificateName":"c","endpointConfiguration":{"types":["REGIONAL"]},"mutualTlsAuthentication":{}} | BadRequestException: Invalid truststore URI: must be of the form s3://bucket-name/key-name
                        {"domainName":"a","regionalCertificateName":"c","endpointConfiguration":{"types":["REGIONAL"]},"securityPolicy":"TLS_1_0","mutualTlsAuthentication":{"truststoreUri":"s3://b/k"}} | BadRequestException: Mutual TLS needs a security policy of TLS 1.2 or newer.
                        """)
        void badDomainsAreRefused(String body, String words) {
            assertThat(plane.refusal("POST", ALL, body)).isEqualTo("400 " + words);
        }

        @Test
        void enumerationsAreThoseOfTheServiceModel() {
            assertThat(
                            plane.refusal(
                                    "POST",
                                    ALL,
                                    "{\"domainName\":\"a\",\"securityPolicy\":\"SSL\",\"endpointAccessMode\":\"OPEN\",\"routingMode\":\"NONE\"}"))
                    .startsWith("400 ValidationException: 3 validation errors detected: Value 'SSL' at"
                            + " 'createDomainNameInput.securityPolicy' failed to satisfy constraint: Member must satisfy"
                            + " enum value set: [TLS_1_0, TLS_1_2, SecurityPolicy_TLS13_1_3_2025_09");
        }

        @Test
        void anAccountHas120AtMost() {
            for (int i = 0; i < 120; i++) {
                plane.call("POST", ALL, edge("d" + i));
            }
            assertThat(plane.refusal("POST", ALL, edge("one-more")))
                    .startsWith("429 LimitExceededException: Maximum number of Domain Names");
        }
    }

    @Nested
    class Listed {

        @Test
        void inPagesByName() {
            plane.call("POST", ALL, edge("b.com"));
            plane.call("POST", ALL, edge("a-c.com"));
            plane.call("POST", ALL, edge("a.com"));
            JsonNode first = plane.json("GET", ALL + "?limit=2", "");
            assertThat(first.path("item").findValuesAsText("domainName")).containsExactly("a-c.com", "a.com");
            JsonNode second = plane.json(
                    "GET", ALL + "?limit=2&position=" + first.path("position").asText(), "");
            assertThat(second.path("item").findValuesAsText("domainName")).containsExactly("b.com");
            assertThat(second.has("position")).isFalse();
        }

        @Test
        void byTheirOwner() {
            plane.call("POST", ALL, edge("a.com"));
            assertThat(plane.json("GET", ALL + "?resourceOwner=SELF", "").path("item"))
                    .hasSize(1);
            assertThat(plane.json("GET", ALL + "?resourceOwner=OTHER_ACCOUNTS", "")
                            .path("item"))
                    .isEmpty();
            assertThat(plane.refusal("GET", ALL + "?resourceOwner=NOBODY", ""))
                    .isEqualTo("400 ValidationException: 1 validation error detected: Value 'NOBODY' at"
                            + " 'getDomainNamesInput.resourceOwner' failed to satisfy constraint: Member must satisfy enum"
                            + " value set: [SELF, OTHER_ACCOUNTS]");
        }
    }

    @Nested
    class Changed {
        private static final String NAME = ALL + "/a.com";

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        /regionalCertificateArn | arn:aws:acm:eu-west-1:1:certificate/n | regionalCertificateArn | arn:aws:acm:eu-west-1:1:certificate/n
                        /regionalCertificateName | n | regionalCertificateName | n
                        /securityPolicy | TLS_1_0 | securityPolicy | TLS_1_0
                        /securityPolicy | SecurityPolicy_TLS13_1_3_2025_09 | endpointAccessMode | BASIC
                        /routingMode | ROUTING_RULE_ONLY | routingMode | ROUTING_RULE_ONLY
                        /endpointConfiguration/ipAddressType | dualstack | endpointConfiguration/ipAddressType | dualstack
                        /mutualTlsAuthentication/truststoreUri | s3://b/k | mutualTlsAuthentication/truststoreUri | s3://b/k
                        /ownershipVerificationCertificateArn | arn:aws:acm:eu-west-1:1:certificate/o | ownershipVerificationCertificateArn | arn:aws:acm:eu-west-1:1:certificate/o
                        """)
        void membersAreReplaced(String path, String value, String member, String shown) {
            plane.call("POST", ALL, regional("a.com"));
            JsonNode changed = plane.json("PATCH", NAME, patch("replace", path, value));
            assertThat(changed.at("/" + member).asText()).isEqualTo(shown);
            assertThat(plane.json("GET", NAME, "")).isEqualTo(changed);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        replace | /securityPolicy | SSL | Invalid securityPolicy specified. Valid options are TLS_1_0,TLS_1_2
                        replace | /endpointAccessMode | STRICT | Endpoint access mode is only supported for security policies that start with SecurityPolicy_
                        replace | /routingMode | x | Invalid routingMode specified. Valid options are BASE_PATH_MAPPING_ONLY
                        replace | /certificateArn | arn:aws:acm:us-east-1:1:certificate/n | Cannot import certificates for EDGE while REGIONAL is active.
                        replace | /regionalCertificateArn | '' | A certificate was not provided for the endpoint type REGIONAL.
                        replace | /endpointConfiguration/ipAddressType | ipv6 | ipAddressType must be either ipv4 or dualstack.
                        replace | /endpointConfiguration/types/EDGE | REGIONAL | The domain name has no endpoint type EDGE
                        replace | /endpointConfiguration/types/REGIONAL | LOCAL | Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE
                        replace | /endpointConfiguration/types/REGIONAL | PRIVATE | A domain name cannot change from or to the endpoint type PRIVATE.
                        remove | /endpointConfiguration/types | REGIONAL | REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.
                        remove | /endpointConfiguration/types | EDGE | The domain name has no endpoint type EDGE
                        replace | /mutualTlsAuthentication/truststoreVersion | 2 | Mutual TLS authentication is not configured for this domain name.
                        replace | /mutualTlsAuthentication/truststoreUri | b/k | Invalid truststore URI: must be of the form s3://bucket-name/key-name
                        replace | /managementPolicy | {} | The member managementPolicy is only supported for private domain names.
                        replace | /domainName | b.com | Invalid patch path  '/domainName' specified for op 'replace'. Must be one of: [/certificateName, /certificateArn, /regionalCertificateName
                        copy | /domainName | b.com | Invalid patch path  '/domainName' specified for op 'copy'. Please choose supported operations
                        """)
        void whatIsNotAllowedIsRefused(String op, String path, String value, String words) {
            plane.call("POST", ALL, regional("a.com"));
            assertThat(plane.refusal("PATCH", NAME, patch(op, path, value)))
                    .startsWith("400 BadRequestException: " + words);
        }

        @Test
        void aDomainMovesInTwoSteps() {
            plane.call("POST", ALL, edge("a.com"));
            JsonNode both = plane.json(
                    "PATCH",
                    NAME,
                    "{\"patchOperations\":[{\"op\":\"add\",\"path\":\"/endpointConfiguration/types\",\"value\":\"REGIONAL\"},"
                            + "{\"op\":\"replace\",\"path\":\"/regionalCertificateArn\",\"value\":\"" + ARN + "\"}]}");
            assertThat(both.path("endpointConfiguration").path("types")).hasToString("[\"EDGE\",\"REGIONAL\"]");
            assertThat(both.has("distributionDomainName") && both.has("regionalDomainName"))
                    .isTrue();
            JsonNode moved = plane.json("PATCH", NAME, patch("remove", "/endpointConfiguration/types", "EDGE"));
            assertThat(moved.path("endpointConfiguration").path("types")).hasToString("[\"REGIONAL\"]");
            assertThat(moved.path("regionalDomainName")).isEqualTo(both.path("regionalDomainName"));
            assertThat(moved.has("distributionDomainName")
                            || moved.has("certificateArn")
                            || moved.has("certificateUploadDate"))
                    .isFalse();
        }

        @Test
        void aDomainMovesAtOnce() {
            plane.call("POST", ALL, edge("a.com"));
            JsonNode moved = plane.json(
                    "PATCH",
                    NAME,
                    "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/endpointConfiguration/types/0\",\"value\":\"REGIONAL\"},"
                            + "{\"op\":\"replace\",\"path\":\"/regionalCertificateArn\",\"value\":\"" + ARN + "\"}]}");
            assertThat(moved.path("endpointConfiguration").path("types")).hasToString("[\"REGIONAL\"]");
            assertThat(moved.has("certificateArn")).isFalse();
        }

        @Test
        void mutualTlsIsSwitchedOff() {
            plane.call("POST", ALL, regional("a.com"));
            String uri = "/mutualTlsAuthentication/truststoreUri";
            plane.call("PATCH", NAME, patch("replace", uri, "s3://b/k"));
            JsonNode versioned =
                    plane.json("PATCH", NAME, patch("replace", "/mutualTlsAuthentication/truststoreVersion", "2"));
            assertThat(versioned.path("mutualTlsAuthentication"))
                    .hasToString("{\"truststoreUri\":\"s3://b/k\",\"truststoreVersion\":\"2\"}");
            assertThat(plane.json("PATCH", NAME, patch("replace", uri, "")).has("mutualTlsAuthentication"))
                    .isFalse();
        }

        @Test
        void aPrivateDomainTakesPolicies() {
            JsonNode made = plane.json("POST", ALL, secluded("a.com"));
            String address = NAME + "?domainNameId=" + made.path("domainNameId").asText();
            assertThat(plane.json("PATCH", address, patch("replace", "/managementPolicy", POLICY))
                            .has("managementPolicy"))
                    .isTrue();
            assertThat(plane.json("PATCH", address, patch("replace", "/policy", ""))
                            .has("policy"))
                    .isFalse();
            assertThat(plane.refusal("PATCH", address, patch("replace", "/policy", "no")))
                    .startsWith("400 BadRequestException: Invalid policy document.");
            assertThat(plane.refusal("PATCH", address, patch("add", "/endpointConfiguration/types", "REGIONAL")))
                    .endsWith("A domain name cannot change from or to the endpoint type PRIVATE.");
        }
    }

    @Nested
    class Deleted {

        @Test
        void itIsGone() {
            plane.call("POST", ALL, edge("a.com"));
            plane.call("DELETE", ALL + "/A.com", "");
            for (String method : new String[] {"GET", "DELETE", "PATCH"}) {
                assertThat(plane.refusal(method, ALL + "/a.com", "{}"))
                        .isEqualTo("404 NotFoundException: Invalid domain name identifier specified");
            }
        }
    }

    @Test
    void tagsAreReachedByEitherFormOfArn() {
        plane.call("POST", ALL, edge("a.com"));
        String id =
                plane.json("POST", ALL, secluded("a.com")).path("domainNameId").asText();
        String tags = "/tags/arn%3Aaws%3Aapigateway%3Aeu-west-1%3A";
        plane.call("PUT", tags + "%3A%2Fdomainnames%2Fa.com", "{\"tags\":{\"k\":\"public\"}}");
        plane.call("PUT", tags + "111122223333%3A%2Fdomainnames%2Fa.com%2B" + id, "{\"tags\":{\"k\":\"private\"}}");
        assertThat(plane.json("GET", ALL + "/a.com", "").path("tags")).hasToString("{\"k\":\"public\"}");
        assertThat(plane.json("GET", ALL + "/a.com?domainNameId=" + id, "").path("tags"))
                .hasToString("{\"k\":\"private\"}");
    }
}
