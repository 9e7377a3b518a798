package io.tollgate.controlplane.domain;

import static io.tollgate.controlplane.testing.SampleApi.patch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasePathMappingOperationsTest {
    private static final String ALL = "/domainnames/a.com/basepathmappings";
    private static final String NONE = ALL + "/%28none%29";

    private ControlPlane plane;
    private SampleApi api;

    @BeforeEach
    void start() {
        plane = new ControlPlane();
        api = SampleApi.deployed(plane);
        plane.call("POST", "/domainnames", "{\"domainName\":\"a.com\",\"certificateName\":\"c\"}");
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    private JsonNode create(String more) {
        return plane.json("POST", ALL, body(more));
    }

    private String body(String more) {
        return "{\"restApiId\":\"" + api.id() + "\"" + more + "}";
    }

    @Test
    void aMappingWithoutABasePathIsCalledNone() {
        assertThat(create("")).hasToString("{\"basePath\":\"(none)\",\"restApiId\":\"" + api.id() + "\"}");
        assertThat(plane.json("GET", NONE, ""))
                .hasToString("{\"basePath\":\"(none)\",\"restApiId\":\"" + api.id() + "\"}");
        for (String none : new String[] {"", ",\"basePath\":\"\"", ",\"basePath\":\"(none)\",\"stage\":\"(none)\""}) {
            assertThat(plane.refusal("POST", ALL, body(none)))
                    .isEqualTo("409 ConflictException: Base path already exists for this domain name");
        }
    }

    @Test
    void mappingsAreListedInPages() {
        create("");
        create(",\"basePath\":\"v2\"");
        create(",\"basePath\":\"v1\",\"stage\":\"live\"");
        JsonNode page = plane.json("GET", ALL + "?limit=2", "");
        assertThat(page.path("item").findValuesAsText("basePath")).containsExactly("(none)", "v1");
        assertThat(page.path("item").get(1).path("stage").asText()).isEqualTo("live");
        assertThat(plane.json(
                                "GET",
                                ALL + "?limit=2&position="
                                        + page.path("position").asText(),
                                "")
                        .path("item")
                        .findValuesAsText("basePath"))
                .containsExactly("v2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {} | ValidationException: 1 validation error detected: Value null at 'createBasePathMappingInput.restApiId' failed to satisfy constraint: Member must not be null
                    {"restApiId":"none"} | BadRequestException: Invalid REST API identifier specified
                    {"restApiId":"API","stage":"none"} | BadRequestException: Invalid stage identifier specified
                    {"restApiId":"API","basePath":"a/b"} | BadRequestException: API Gateway V1 doesn't support the slash character (/) in base path mappings. To create a multi-level base path mapping, use API Gateway V2.
                    {"restApiId":"API","basePath":"a b"} | BadRequestException: Invalid base path specified: a b. Only A-Za-z0-9 and $-_.+!*'() are allowed.
                    """)
    void badMappingsAreRefused(String body, String words) {
        assertThat(plane.refusal("POST", ALL, body.replace("API\"", api.id() + "\"")))
                .isEqualTo("400 " + words);
    }

    @Test
    void aMappingIsMoved() {
        create(",\"basePath\":\"v1\"");
        create(",\"basePath\":\"v2\"");
        JsonNode moved = plane.json("PATCH", ALL + "/v1", patch("replace", "/basePath", "v3"));
        assertThat(moved.path("basePath").asText()).isEqualTo("v3");
        assertThat(plane.refusal("GET", ALL + "/v1", "")).startsWith("404");
        assertThat(plane.json("PATCH", ALL + "/v3", patch("replace", "/stage", "live"))
                        .path("stage")
                        .asText())
                .isEqualTo("live");
        assertThat(plane.json("PATCH", ALL + "/v3", patch("replace", "/stage", "(none)"))
                        .has("stage"))
                .isFalse();
        String other = SampleApi.deployed(plane).id();
        for (String path : new String[] {"/restapiId", "/restApiId"}) {
            assertThat(plane.json("PATCH", ALL + "/v3", patch("replace", path, other))
                            .path("restApiId")
                            .asText())
                    .isEqualTo(other);
        }
        assertThat(plane.refusal("PATCH", ALL + "/v3", patch("replace", "/basePath", "v2")))
                .isEqualTo("409 ConflictException: Base path already exists for this domain name");
        assertThat(plane.refusal("PATCH", ALL + "/v3", patch("replace", "/stage", "none")))
                .isEqualTo("400 BadRequestException: Invalid stage identifier specified");
        assertThat(plane.refusal("PATCH", ALL + "/v3", patch("replace", "/restapiId", "none")))
                .isEqualTo("400 BadRequestException: Invalid REST API identifier specified");
        assertThat(plane.refusal("PATCH", ALL + "/v3", patch("replace", "/domainName", "b.com")))
                .startsWith(
                        "400 BadRequestException: Invalid patch path  '/domainName' specified for op 'replace'. Must be"
                                + " one of: [/basePath, /stage, /restapiId");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String method : new String[] {"GET", "DELETE", "PATCH"}) {
            assertThat(plane.refusal(method, NONE, "{}"))
                    .isEqualTo("404 NotFoundException: Invalid base path mapping identifier specified");
            assertThat(plane.refusal(method, "/domainnames/b.com/basepathmappings/x", "{}"))
                    .isEqualTo("404 NotFoundException: Invalid domain name identifier specified");
        }
        assertThat(plane.refusal("GET", "/domainnames/b.com/basepathmappings", ""))
                .isEqualTo("404 NotFoundException: Invalid domain name identifier specified");
        assertThat(plane.refusal("POST", "/domainnames/b.com/basepathmappings", body("")))
                .isEqualTo("404 NotFoundException: Invalid domain name identifier specified");
    }

    @Test
    void anApiOrStageThatAMappingLeadsToCannotBeDeleted() {
        create(",\"basePath\":\"v1\",\"stage\":\"live\"");
        String address = "/restapis/" + api.id();
        assertThat(plane.refusal("DELETE", address, ""))
                .isEqualTo(
                        "400 BadRequestException: Deleting RestApi " + api.id()
                                + " failed. Please remove all base path mappings related to the RestApi in your domains: a.com.");
        assertThat(plane.refusal("DELETE", api.stage(), ""))
                .isEqualTo("400 BadRequestException: Deleting stage live failed. Please remove all base path mappings"
                        + " related to the stage in your domains: a.com.");
        plane.call("DELETE", "/domainnames/a.com", "");
        plane.call("DELETE", api.stage(), "");
        plane.call("DELETE", address, "");
    }

    @Test
    void mappingsGoWithTheirDomain() {
        create("");
        plane.call("DELETE", "/domainnames/a.com", "");
        plane.call("POST", "/domainnames", "{\"domainName\":\"a.com\",\"certificateName\":\"c\"}");
        assertThat(plane.json("GET", ALL, "").path("item")).isEmpty();
    }
}
