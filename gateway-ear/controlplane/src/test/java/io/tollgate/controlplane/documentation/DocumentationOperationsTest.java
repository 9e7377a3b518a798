package io.tollgate.controlplane.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentationOperationsTest {
    private static final String IMPORTED = """
            swagger: "2.0"
            info: {title: D, version: 1}
            paths: {}
            x-amazon-apigateway-documentation:
              documentationParts:
              - {location: {type: API}, properties: {info: {description: New}}}
              - {location: {type: MODEL, name: Pet}, properties: {title: A pet}}
              - {location: {type: PLANET}, properties: {}}
            """;

    private static ControlPlane plane;

    private String parts = "";
    private String versions = "";

    @BeforeAll
    static void start() {
        plane = new ControlPlane();
    }

    @AfterAll
    static void stop() {
        plane.close();
    }

    @BeforeEach
    void makeAnApi() {
        String id = plane.json("POST", "/restapis", "{\"name\":\"documented\"}")
                .path("id")
                .asText();
        parts = "/restapis/" + id + "/documentation/parts";
        versions = "/restapis/" + id + "/documentation/versions";
    }

    private JsonNode create(String location, String properties) {
        return plane.json("POST", parts, body(location, properties));
    }

    private static String body(String location, String properties) {
        return "{\"location\":" + location + ",\"properties\":\"" + properties.replace("\"", "\\\"") + "\"}";
    }

    @Test
    void aPartIsAnsweredAsItWasGiven() {
        JsonNode part = create(
                "{\"type\":\"RESPONSE\",\"method\":\"GET\",\"statusCode\":\"200\"}", "{\"description\":\"Fine\"}");
        assertThat(part.path("location"))
                .hasToString("{\"type\":\"RESPONSE\",\"method\":\"GET\",\"statusCode\":\"200\"}");
        assertThat(part.path("properties").asText()).isEqualTo("{\"description\":\"Fine\"}");
        assertThat(plane.json("GET", parts + "/" + part.path("id").asText(), ""))
                .isEqualTo(part);
        assertThat(plane.json("GET", parts, "").path("item").get(0)).isEqualTo(part);
    }

    @Test
    void oneEntityHasOnePartHoweverItsPlaceIsWritten() {
        create("{\"type\":\"METHOD\"}", "{}");
        assertThat(plane.refusal("POST", parts, body("{\"type\":\"METHOD\",\"path\":\"/\",\"method\":\"*\"}", "{}")))
                .isEqualTo("409 ConflictException: Documentation part already exists for the specified location:"
                        + " type 'METHOD', path '/', method '*'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {} | Value null at 'createDocumentationPartInput.location' failed
                    {"location":{"type":"PLANET"},"properties":"{}"} | Value 'PLANET' at 'createDocumentationPartInput.location.type' failed to satisfy constraint: Member must satisfy enum value set: [RESPONSE_BODY, RESPONSE
                    {"location":{},"properties":"{}"} | Value null at 'createDocumentationPartInput.location.type' failed
                    {"location":{"type":"API"},"properties":""} | BadRequestException: Documentation part properties must be non-empty
                    {"location":{"type":"API"},"properties":"[]"} | BadRequestException: Documentation part properties must be a JSON object
                    {"location":{"type":"API","path":"/"},"properties":"{}"} | a documentation part of type API cannot have the field path
                    {"location":{"type":"MODEL"},"properties":"{}"} | a documentation part of type MODEL needs a name
                    """)
    void badPartsAreRefused(String body, String words) {
        assertThat(plane.refusal("POST", parts, body)).startsWith("400 ").contains(words);
    }

    @Test
    void onlyPropertiesCanBePatched() {
        String part =
                parts + "/" + create("{\"type\":\"API\"}", "{}").path("id").asText();
        String patch = "{\"patchOperations\":[{\"op\":\"%s\",\"path\":\"%s\",\"value\":\"%s\"}]}";
        assertThat(plane.json("PATCH", part, patch.formatted("replace", "/properties", "{}"))
                        .path("properties")
                        .asText())
                .isEqualTo("{}");
        assertThat(plane.refusal("PATCH", part, patch.formatted("replace", "/location", "x")))
                .isEqualTo("400 BadRequestException: Invalid patch path  '/location' specified for op 'replace'."
                        + " Must be one of: [/properties]");
        assertThat(plane.refusal("PATCH", part, patch.formatted("remove", "/properties", "x")))
                .endsWith("Please choose supported operations");
        assertThat(plane.refusal("PATCH", part, patch.formatted("replace", "/properties", "x")))
                .endsWith("must be a JSON object");
    }

    @Test
    void whatIsGoneIsNotFound() {
        String part =
                parts + "/" + create("{\"type\":\"API\"}", "{}").path("id").asText();
        plane.call("DELETE", part, "");
        for (String method : new String[] {"GET", "DELETE", "PATCH"}) {
            assertThat(plane.refusal(method, part, "{}"))
                    .isEqualTo("404 NotFoundException: Invalid Documentation part identifier specified");
        }
        assertThat(plane.refusal("GET", "/restapis/none/documentation/parts", ""))
                .isEqualTo("404 NotFoundException: Invalid API identifier specified 111122223333:none");
    }

    @Test
    void listsCanBeNarrowedAndTurnedAround() {
        create("{\"type\":\"MODEL\",\"name\":\"Empty\"}", "{}");
        create("{\"type\":\"RESOURCE\",\"path\":\"/pets\"}", "{}");
        assertThat(plane.json("GET", parts + "?type=MODEL", "").path("item")).hasSize(1);
        assertThat(plane.json("GET", parts + "?path=%2Fpets", "").path("item")).hasSize(1);
        assertThat(plane.json("GET", parts + "?name=mpt", "").path("item")).hasSize(1);
        assertThat(plane.json("GET", parts + "?locationStatus=UNDOCUMENTED", "").path("item"))
                .hasToString(
                        "[{\"location\":{\"type\":\"API\"}},{\"location\":{\"type\":\"MODEL\",\"name\":\"Error\"}},"
                                + "{\"location\":{\"type\":\"RESOURCE\",\"path\":\"/\"}}]");
        assertThat(plane.refusal("GET", parts + "?type=MOON", "")).startsWith("400 ValidationException: 1 validation");
    }

    @Test
    void importMergesPropertyByPropertyOrReplacesAll() {
        String kept = create("{\"type\":\"API\"}", "{\"x-kept\":1}").path("id").asText();
        create("{\"type\":\"METHOD\"}", "{}");
        JsonNode merged = plane.json("PUT", parts, IMPORTED);
        assertThat(merged.path("ids")).hasSize(2);
        assertThat(merged.path("warnings")).hasToString("[\"Invalid documentation part location. Ignoring.\"]");
        assertThat(plane.json("GET", parts + "/" + kept, "").path("properties").asText())
                .isEqualTo("{\"x-kept\":1,\"info\":{\"description\":\"New\"}}");
        assertThat(plane.json("GET", parts, "").path("item")).hasSize(3);
        plane.json("PUT", parts + "?mode=overwrite", IMPORTED);
        assertThat(plane.json("GET", parts, "").path("item")).hasSize(2);
        assertThat(plane.refusal("PUT", parts + "?failonwarnings=true", IMPORTED))
                .startsWith("400 BadRequestException: Warnings found during import:");
        assertThat(plane.refusal("PUT", parts, "{}"))
                .isEqualTo("400 BadRequestException: Unable to build importer with provided input.");
    }

    @Test
    void aVersionKeepsThePartsOfItsTime() {
        create("{\"type\":\"API\"}", "{}");
        JsonNode version = plane.json("POST", versions, "{\"documentationVersion\":\"v1\"}");
        assertThat(version)
                .hasToString("{\"version\":\"v1\",\"createdDate\":" + ControlPlane.NOW.getEpochSecond() + "}");
        String patch = "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/description\",\"value\":\"Later\"}]}";
        assertThat(plane.json("PATCH", versions + "/v1", patch)
                        .path("description")
                        .asText())
                .isEqualTo("Later");
        assertThat(plane.json("GET", versions + "/v1", "").path("description").asText())
                .isEqualTo("Later");
        assertThat(plane.json("GET", versions, "").path("item")).hasSize(1);
        assertThat(plane.refusal("POST", versions, "{\"documentationVersion\":\"v1\"}"))
                .startsWith("409 ConflictException");
        plane.call("DELETE", versions + "/v1", "");
        assertThat(plane.refusal("GET", versions + "/v1", "")).startsWith("404 NotFoundException");
    }
}
