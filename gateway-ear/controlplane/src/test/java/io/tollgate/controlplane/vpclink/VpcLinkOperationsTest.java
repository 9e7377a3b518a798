package io.tollgate.controlplane.vpclink;

import static io.tollgate.controlplane.testing.SampleApi.patch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VpcLinkOperationsTest {
    private static final String ALL = "/vpclinks";
    private static final String TARGET = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/a/b";

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
        for (JsonNode one : plane.json("GET", ALL, "").path("item")) {
            plane.call("DELETE", ALL + "/" + one.path("id").asText(), "");
        }
    }

    private JsonNode create() {
        return plane.json("POST", ALL, "{\"name\":\"l\",\"targetArns\":[\"" + TARGET + "\"]}");
    }

    @Test
    void aLinkIsAnsweredAsPendingAndAvailableAtTheNextLook() {
        JsonNode made = create();
        String id = made.path("id").asText();
        assertThat(made)
                .hasToString("{\"id\":\"" + id + "\",\"name\":\"l\",\"targetArns\":[\"" + TARGET
                        + "\"],\"status\":\"PENDING\"}");
        assertThat(plane.json("GET", ALL + "/" + id, ""))
                .hasToString(
                        "{\"id\":\"" + id + "\",\"name\":\"l\",\"targetArns\":[\"" + TARGET
                                + "\"],\"status\":\"AVAILABLE\",\"statusMessage\":\"Your vpc link is ready for use\",\"tags\":{}}");
        assertThat(plane.json("GET", ALL, "").path("item")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"targetArns":["arn:a:b:c:d:e"]} | ValidationException: 1 validation error detected: Value null at 'createVpcLinkInput.name' failed to satisfy constraint: Member must not be null
                    {"name":"l"} | ValidationException: 1 validation error detected: Value null at 'createVpcLinkInput.targetArns' failed to satisfy constraint: Member must not be null
                    {"name":"","targetArns":["arn:a:b:c:d:e"]} | BadRequestException: Name cannot be empty
                    {"name":"l","targetArns":[]} | BadRequestException: No target arn specified for vpc link.
                    {"name":"l","targetArns":["target"]} | BadRequestException: Invalid ARN. ARN is not well formed target
                    {"name":"l","targetArns":["arn:a:b:c:d:e","arn:a:b:c:d:f"]} | BadRequestException: More than one target arn specified for vpc link.
                    """)
    void badLinksAreRefused(String body, String words) {
        assertThat(plane.refusal("POST", ALL, body)).isEqualTo("400 " + words);
    }

    @Test
    void nameAndDescriptionCanBePatchedAndTargetsCannot() {
        String link = ALL + "/" + create().path("id").asText();
        assertThat(plane.json("PATCH", link, patch("replace", "/name", "m"))
                        .path("name")
                        .asText())
                .isEqualTo("m");
        assertThat(plane.json("PATCH", link, patch("replace", "/description", "d"))
                        .path("description")
                        .asText())
                .isEqualTo("d");
        assertThat(plane.refusal("PATCH", link, patch("replace", "/name", "")))
                .isEqualTo("400 BadRequestException: Name cannot be empty");
        assertThat(plane.refusal("PATCH", link, patch("add", "/targetArns", TARGET)))
                .isEqualTo("400 BadRequestException: Target arns are not allowed to be changed/added.");
        assertThat(plane.refusal("PATCH", link, patch("replace", "/status", "x")))
                .isEqualTo(
                        "400 BadRequestException: Invalid patch path  '/status' specified for op 'replace'. Must be one"
                                + " of: [/name, /description]");
    }

    @Test
    void aLinkIsTaggedAndDeleted() {
        String link = ALL + "/" + create().path("id").asText();
        String arn = "/tags/arn%3Aaws%3Aapigateway%3Aeu-west-1%3A%3A" + link.replace("/", "%2F");
        plane.call("PUT", arn, "{\"tags\":{\"k\":\"v\"}}");
        assertThat(plane.json("GET", link, "").path("tags")).hasToString("{\"k\":\"v\"}");
        plane.call("DELETE", link, "");
        assertThat(plane.refusal("GET", arn, "")).startsWith("404 NotFoundException");
        for (String method : new String[] {"GET", "DELETE", "PATCH"}) {
            assertThat(plane.refusal(method, link, "{}"))
                    .isEqualTo("404 NotFoundException: Invalid Vpc Link identifier specified");
        }
    }

    @Test
    void aLinkThatAnIntegrationNamesCannotBeDeleted() {
        String id = create().path("id").asText();
        SampleApi api = SampleApi.deployed(
                plane,
                "{\"type\":\"HTTP_PROXY\",\"httpMethod\":\"GET\",\"uri\":\"http://backend\",\"connectionType\":\"VPC_LINK\","
                        + "\"connectionId\":\"" + id + "\"}");
        String method = "GET:" + api.resource().substring(api.resource().lastIndexOf('/') + 1);
        assertThat(plane.refusal("DELETE", ALL + "/" + id, ""))
                .isEqualTo("400 BadRequestException: Cannot delete vpc link. Vpc link '" + id + "', is referenced in ["
                        + api.id() + ":" + method + ":live] in format of [RESTApiId:Method:Resource:Stage].");
        plane.call("DELETE", api.stage(), "");
        assertThat(plane.refusal("DELETE", ALL + "/" + id, ""))
                .isEqualTo("400 BadRequestException: Cannot delete vpc link. Vpc link '" + id + "', is referenced in ["
                        + method + "] in format of [Method:Resource].");
        plane.call("DELETE", api.resource() + "/methods/GET/integration", "");
        plane.call("DELETE", ALL + "/" + id, "");
    }

    @Test
    void anIntegrationIsChangedToALinkThatIsThere() {
        String integration =
                SampleApi.deployed(plane, "{\"type\":\"HTTP\",\"httpMethod\":\"GET\",\"uri\":\"http://backend\"}")
                                .resource()
                        + "/methods/GET/integration";
        String id = create().path("id").asText();
        String changes =
                "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/connectionType\",\"value\":\"VPC_LINK\"},"
                        + "{\"op\":\"replace\",\"path\":\"/connectionId\",\"value\":\"%s\"}]}";
        assertThat(plane.refusal("PATCH", integration, changes.formatted("none")))
                .isEqualTo("400 BadRequestException: Invalid Vpc Link identifier specified: none");
        assertThat(plane.refusal("PATCH", integration, patch("replace", "/connectionType", "VPC_LINK")))
                .isEqualTo("400 BadRequestException: Connection type VPC_LINK requires a connection ID");
        assertThat(plane.json("PATCH", integration, changes.formatted(id))
                        .path("connectionId")
                        .asText())
                .isEqualTo(id);
        assertThat(plane.json("PATCH", integration, patch("replace", "/connectionId", "${stageVariables.link}"))
                        .path("connectionId")
                        .asText())
                .isEqualTo("${stageVariables.link}");
        plane.call("DELETE", ALL + "/" + id, "");
    }

    @Test
    void anImportWarnsOfALinkThatIsNotThere() {
        String document = """
                swagger: '2.0'
                info: {title: Linked, version: 1}
                paths:
                  /a:
                    get:
                      x-amazon-apigateway-integration:
                        {type: http_proxy, httpMethod: GET, uri: 'http://backend', connectionType: VPC_LINK, connectionId: %s}
                """;
        assertThat(plane.json("POST", "/restapis?mode=import", document.formatted("none"))
                        .path("warnings"))
                .hasToString("[\"VPC link 'none' of the integration on 'GET /a' does not exist. Its URI is called all"
                        + " the same.\"]");
        JsonNode api = plane.json(
                "POST",
                "/restapis?mode=import",
                document.formatted(create().path("id").asText()));
        assertThat(api.has("warnings")).isFalse();
        plane.call("DELETE", "/restapis/" + api.path("id").asText(), "");
    }

    @Test
    void anAccountHasTwentyAtMost() {
        for (int i = 0; i < 20; i++) {
            create();
        }
        assertThat(plane.refusal("POST", ALL, "{\"name\":\"l\",\"targetArns\":[\"" + TARGET + "\"]}"))
                .startsWith("429 LimitExceededException: Maximum number of Vpc Links");
    }
}
