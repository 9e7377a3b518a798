package io.tollgate.controlplane.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OpenApiOperationsTest {
    private static final String PETS = """
            openapi: 3.0.1
            info: {title: Pets, description: All of them, version: "1.0"}
            x-amazon-apigateway-binary-media-types: [image/png]
            x-amazon-apigateway-request-validators: {all: {validateRequestBody: true, validateRequestParameters: true}}
            paths:
              /pets/{id}:
                get:
                  security: [{desk: []}]
                  x-amazon-apigateway-request-validator: all
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses: {"200": {description: Fine, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
                  x-amazon-apigateway-integration: {type: mock, responses: {default: {statusCode: "200"}}}
            components:
              schemas: {Pet: {type: object}}
              securitySchemes:
                desk:
                  type: apiKey
                  name: Authorization
                  in: header
                  x-amazon-apigateway-authorizer: {type: token, authorizerUri: "arn:aws:apigateway:eu-west-1:lambda:path/f/invocations"}
            """;

    private static ControlPlane plane;

    @BeforeAll
    static void start() {
        plane = new ControlPlane();
    }

    @AfterAll
    static void stop() {
        plane.close();
    }

    @Nested
    class Importing {
        @Test
        void makesAnApiWithAllThatTheDocumentDescribes() {
            JsonNode api = plane.json("POST", "/restapis?mode=import&endpointConfigurationTypes=REGIONAL", PETS);
            assertThat(api.path("name").asText()).isEqualTo("Pets");
            assertThat(api.path("createdDate").asLong()).isEqualTo(ControlPlane.NOW.getEpochSecond());
            assertThat(api.at("/endpointConfiguration/types")).hasToString("[\"REGIONAL\"]");
            assertThat(api.has("warnings")).isFalse();
            assertThat(api.has("tags")).isFalse();
            String id = api.path("id").asText();
            JsonNode resources = plane.json("GET", "/restapis/" + id + "/resources?embed=methods", "");
            assertThat(resources.path("item")).hasSize(3);
            JsonNode method = resources.at("/item/2/resourceMethods/GET");
            assertThat(method.path("authorizationType").asText()).isEqualTo("CUSTOM");
            assertThat(plane.json(
                                    "GET",
                                    "/restapis/" + id + "/authorizers/"
                                            + method.path("authorizerId").asText(),
                                    "")
                            .path("name")
                            .asText())
                    .isEqualTo("desk");
            assertThat(plane.json("GET", "/restapis/" + id + "/models/Pet", "")
                            .path("contentType")
                            .asText())
                    .isEqualTo("application/json");
            assertThat(plane.json("GET", "/restapis/" + id + "/documentation/parts", "")
                            .path("item"))
                    .hasSize(2);
        }

        @Test
        void answersWarnings() {
            JsonNode api = plane.json(
                    "POST",
                    "/restapis?mode=import",
                    PETS.replace("\"200\":", "default: {description: Else}, \"200\":"));
            assertThat(api.path("warnings"))
                    .hasToString("[\"API Gateway does not support Swagger's 'default' method response"
                            + " (found on 'GET /pets/{id}')\"]");
        }

        @Test
        void tellsPeopleTheLinesOfTheDocument() {
            Headers people = Headers.of("Accept", "text/plain");
            String warned = PETS.replace("\"200\":", "default: {description: Else}, \"200\":");
            Reply reply = plane.call("POST", "/restapis?mode=import", warned, people);
            assertThat(new String(Objects.requireNonNull(reply.body()), StandardCharsets.UTF_8))
                    .matches("Pets is API [a-z0-9]{10}: 3 resources, 1 methods, 1 models, 1 authorizers\n"
                            + "warning line 11: API Gateway does not support Swagger's 'default' method response"
                            + " \\(found on 'GET /pets/\\{id}'\\)\n");
            assertThatThrownBy(() -> plane.call("POST", "/restapis?mode=import", "{\n\"swagger\":", people))
                    .hasMessageStartingWith("error line 2: ");
        }

        @Test
        void countsInTheSameDigitsWhereverItRuns() {
            Locale here = Locale.getDefault();
            Locale.setDefault(Locale.of("ar", "EG"));
            try {
                tellsPeopleTheLinesOfTheDocument();
            } finally {
                Locale.setDefault(here);
            }
        }

        @Test
        void leavesNothingBehindWhenItRefuses() {
            int before = apis();
            assertThat(plane.refusal("POST", "/restapis?mode=import", "{\"swagger\":"))
                    .isEqualTo("400 BadRequestException: Invalid OpenAPI input.");
            assertThat(plane.refusal(
                            "POST",
                            "/restapis?mode=import&failonwarnings=true",
                            PETS.replace("\"200\":", "default: {description: Else}, \"200\":")))
                    .startsWith(
                            "400 BadRequestException: Warnings found during import:\n\tAPI Gateway does not support");
            assertThat(plane.refusal("POST", "/restapis?mode=import", PETS.replace("type: mock", "type: soap")))
                    .startsWith("400 BadRequestException: Errors found during import:\n\tUnable to put integration on");
            assertThat(plane.refusal("POST", "/restapis?mode=import&basepath=drop", PETS))
                    .startsWith("400 BadRequestException: Invalid basepath specified.");
            assertThat(plane.refusal("POST", "/restapis?mode=import", manyPaths(301)))
                    .startsWith("429 LimitExceededException: Maximum number of Resources");
            assertThat(apis()).isEqualTo(before);
        }

        private int apis() {
            return plane.json("GET", "/restapis?limit=500", "").path("item").size();
        }

        private String manyPaths(int count) {
            StringBuilder document = new StringBuilder("swagger: '2.0'\ninfo: {title: Many, version: 1}\npaths:\n");
            for (int i = 0; i < count; i++) {
                document.append("  /p").append(i).append(": {}\n");
            }
            return document.toString();
        }
    }

    @Nested
    class Putting {
        private final String id =
                plane.json("POST", "/restapis?mode=import", PETS).path("id").asText();
        private final String dogs = PETS.replace("/pets/{id}", "/dogs/{id}")
                .replace("title: Pets", "title: Dogs")
                .replace("Pet:", "Dog:")
                .replace("schemas/Pet", "schemas/Dog");

        @Test
        void mergesUnlessToldOtherwise() {
            JsonNode api = plane.json("PUT", "/restapis/" + id, dogs);
            assertThat(api.path("name").asText()).isEqualTo("Dogs");
            assertThat(api.path("tags")).hasToString("{}");
            assertThat(paths()).containsExactly("/", "/dogs", "/dogs/{id}", "/pets", "/pets/{id}");
            assertThat(models()).containsExactlyInAnyOrder("Dog", "Pet");
        }

        @Test
        void overwritesAndKeepsIds() {
            String root = plane.json("GET", "/restapis/" + id, "")
                    .path("rootResourceId")
                    .asText();
            plane.json("PUT", "/restapis/" + id + "?mode=overwrite", dogs);
            assertThat(paths()).containsExactly("/", "/dogs", "/dogs/{id}");
            assertThat(models()).containsExactly("Dog");
            assertThat(plane.json("GET", "/restapis/" + id, "")
                            .path("rootResourceId")
                            .asText())
                    .isEqualTo(root);
            assertThat(plane.json("GET", "/restapis/" + id + "/requestvalidators", "")
                            .path("item"))
                    .hasSize(1);
        }

        @Test
        void changesNothingWhenItRefuses() {
            assertThat(plane.refusal("PUT", "/restapis/" + id + "?mode=replace", dogs))
                    .startsWith("400 ValidationException: 1 validation error detected: Value 'replace' at 'mode'");
            assertThat(plane.refusal("PUT", "/restapis/" + id, PETS.replace("/pets/{id}", "/pets/{name}")))
                    .contains("A sibling ({id}) of this resource already has a variable path part");
            assertThat(plane.refusal("PUT", "/restapis/nothere000", dogs))
                    .isEqualTo("404 NotFoundException: Invalid API identifier specified 111122223333:nothere000");
            assertThat(paths()).containsExactly("/", "/pets", "/pets/{id}");
        }

        private List<String> paths() {
            return plane.json("GET", "/restapis/" + id + "/resources", "")
                    .path("item")
                    .findValuesAsText("path");
        }

        private List<String> models() {
            return plane.json("GET", "/restapis/" + id + "/models", "")
                    .path("item")
                    .findValuesAsText("name");
        }
    }

    @Nested
    class Exporting {
        private final String id =
                plane.json("POST", "/restapis?mode=import", PETS).path("id").asText();

        Exporting() {
            plane.json("POST", "/restapis/" + id + "/deployments", "{\"stageName\":\"prod\"}");
        }

        @Test
        void writesWhatIsDeployedNotWhatIsEdited() {
            plane.json("PUT", "/restapis/" + id + "?mode=overwrite", PETS.replace("/pets/{id}", "/edited/{id}"));
            JsonNode document = plane.json("GET", exports("oas30"), "");
            assertThat(document.path("paths").has("/pets/{id}")).isTrue();
            assertThat(document.at("/servers/0/url").asText())
                    .isEqualTo("https://" + id + ".execute-api.eu-west-1.amazonaws.com/{basePath}");
        }

        @Test
        void comesBackTheSameByPut() {
            JsonNode before = plane.json("GET", "/restapis/" + id + "/resources?embed=methods", "");
            String document = text(plane.call("GET", exports("swagger") + "?extensions=apigateway", ""));
            plane.json("PUT", "/restapis/" + id + "?mode=overwrite", document);
            assertThat(plane.json("GET", "/restapis/" + id + "/resources?embed=methods", ""))
                    .isEqualTo(before);
        }

        @Test
        void isYamlForThoseWhoAcceptIt() {
            Reply reply = plane.call("GET", exports("oas30"), "", Headers.of("Accept", "application/yaml"));
            assertThat(text(reply)).startsWith("---\nopenapi: \"3.0.1\"\n");
            assertThat(reply.headers().get("Content-Disposition")).isEqualTo("attachment; filename=\"oas30_1.0.yaml\"");
        }

        @Test
        void mergesTheStagesDocumentationVersion() {
            plane.json(
                    "POST",
                    "/restapis/" + id + "/documentation/versions",
                    "{\"documentationVersion\":\"v1\",\"stageName\":\"prod\"}");
            JsonNode document = plane.json("GET", exports("oas30"), "");
            assertThat(document.at("/paths/~1pets~1{id}/get/responses/200/description")
                            .asText())
                    .isEqualTo("Fine");
        }

        @Test
        void isRefusedByNameWhereThereIsNone() {
            assertThat(plane.refusal("GET", exports("raml"), "")).contains("Invalid export type 'raml' specified");
            assertThat(plane.refusal("GET", exports("oas30") + "?extensions=postman", ""))
                    .contains("Invalid extension 'postman' specified");
            assertThat(plane.refusal("GET", "/restapis/" + id + "/stages/none/exports/oas30", ""))
                    .isEqualTo("404 NotFoundException: Invalid stage identifier specified");
        }

        private String exports(String type) {
            return "/restapis/" + id + "/stages/prod/exports/" + type;
        }

        private String text(Reply reply) {
            return new String(Objects.requireNonNull(reply.body()), StandardCharsets.UTF_8);
        }
    }
}
