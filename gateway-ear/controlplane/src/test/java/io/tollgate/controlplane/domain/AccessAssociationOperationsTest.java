package io.tollgate.controlplane.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessAssociationOperationsTest {
    private static final String ALL = "/domainnameaccessassociations";
    private static final String REJECT = "/rejectdomainnameaccessassociations";

    private ControlPlane plane;
    private String domain = "";

    @BeforeEach
    void start() {
        plane = new ControlPlane();
        domain = plane.json(
                        "POST",
                        "/domainnames",
                        "{\"domainName\":\"a.com\",\"certificateName\":\"c\",\"endpointConfiguration\":{\"types\":[\"PRIVATE\"]}}")
                .path("domainNameArn")
                .asText();
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    private JsonNode create(String source) {
        return plane.json("POST", ALL, body(domain, source));
    }

    private static String body(String domain, String source) {
        return "{\"domainNameArn\":\"" + domain
                + "\",\"accessAssociationSourceType\":\"VPCE\",\"accessAssociationSource\":\"" + source + "\"}";
    }

    private static String encoded(JsonNode association) {
        return encoded(association.path("domainNameAccessAssociationArn").asText());
    }

    private static String encoded(String arn) {
        return URLEncoder.encode(arn, StandardCharsets.UTF_8);
    }

    @Test
    void anAssociationIsShownListedTaggedAndDeleted() {
        JsonNode made = create("vpce-1");
        assertThat(made)
                .hasToString("{\"domainNameAccessAssociationArn\":\"arn:aws:apigateway:eu-west-1:111122223333:"
                        + "/domainnameaccessassociations/domainname/a.com/vpcesource/vpce-1\",\"domainNameArn\":\""
                        + domain
                        + "\",\"accessAssociationSourceType\":\"VPCE\",\"accessAssociationSource\":\"vpce-1\"}");
        plane.call("PUT", "/tags/" + encoded(made), "{\"tags\":{\"k\":\"v\"}}");
        create("vpce-0");
        JsonNode page = plane.json("GET", ALL, "").path("item");
        assertThat(page.findValuesAsText("accessAssociationSource")).containsExactly("vpce-0", "vpce-1");
        assertThat(page.get(1).path("tags")).hasToString("{\"k\":\"v\"}");
        assertThat(plane.json("GET", ALL + "?resourceOwner=OTHER_ACCOUNTS", "").path("item"))
                .isEmpty();
        plane.call("DELETE", ALL + "/" + encoded(made), "");
        assertThat(plane.json("GET", ALL, "").path("item")).hasSize(1);
        assertThat(plane.refusal("DELETE", ALL + "/" + encoded(made), ""))
                .isEqualTo("404 NotFoundException: Invalid domain name access association identifier specified");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {} | ValidationException: 3 validation errors detected: Value null at 'createDomainNameAccessAssociationInput.domainNameArn'
                    {"domainNameArn":"x","accessAssociationSourceType":"IP","accessAssociationSource":"x"} | ValidationException: 1 validation error detected: Value 'IP' at 'createDomainNameAccessAssociationInput.accessAssociationSourceType'
                    {"domainNameArn":"x","accessAssociationSourceType":"VPCE","accessAssociationSource":"vpce-1"} | BadRequestException: Invalid private domain name ARN specified: x
                    {"domainNameArn":"DOMAIN","accessAssociationSourceType":"VPCE","accessAssociationSource":"x"} | BadRequestException: Invalid access association source specified: x
                    """)
    void badAssociationsAreRefused(String body, String words) {
        assertThat(plane.refusal("POST", ALL, body.replace("DOMAIN", domain))).startsWith("400 " + words);
    }

    @Test
    void oneEndpointHasOneAssociationWithADomain() {
        create("vpce-1");
        assertThat(plane.refusal("POST", ALL, body(domain, "vpce-1")))
                .startsWith("409 ConflictException: Domain name access association already exists");
    }

    @Test
    void aPublicDomainHasNone() {
        String open = plane.json("POST", "/domainnames", "{\"domainName\":\"b.com\",\"certificateName\":\"c\"}")
                .path("domainNameArn")
                .asText();
        assertThat(plane.refusal("POST", ALL, body(open, "vpce-1")))
                .startsWith("400 BadRequestException: Invalid private domain name ARN");
    }

    @Test
    void aRejectedAssociationIsGone() {
        JsonNode made = create("vpce-1");
        String address = REJECT + "?domainNameAccessAssociationArn=" + encoded(made) + "&domainNameArn=";
        assertThat(plane.refusal("POST", address + "other", ""))
                .isEqualTo("404 NotFoundException: Invalid domain name identifier specified");
        plane.call("POST", address + encoded(domain), "");
        assertThat(plane.json("GET", ALL, "").path("item")).isEmpty();
        assertThat(plane.refusal("POST", address + encoded(domain), ""))
                .isEqualTo("404 NotFoundException: Invalid domain name access association identifier specified");
    }

    @Test
    void associationsGoWithTheirDomain() {
        create("vpce-1");
        String id = domain.substring(domain.lastIndexOf('+') + 1);
        plane.call("DELETE", "/domainnames/a.com?domainNameId=" + id, "");
        assertThat(plane.json("GET", ALL, "").path("item")).isEmpty();
    }
}
