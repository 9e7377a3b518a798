package io.tollgate.model.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.documentation.DocumentationPart;
import io.tollgate.model.documentation.DocumentationSnapshot;
import io.tollgate.model.documentation.DocumentationVersion;
import io.tollgate.model.openapi.OpenApiExport.Exported;
import io.tollgate.model.openapi.document.SourceDocument;
import io.tollgate.model.restapi.ApiDefinition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenApiExportTest {
    private static final String SHOP = """
            openapi: 3.0.1
            info: {title: Shop, version: "1.0"}
            x-amazon-apigateway-binary-media-types: [image/png]
            paths:
              /pets:
                post:
                  parameters: [{name: kind, in: query, schema: {type: string}}]
                  requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
                  security: [{desk: []}, {key: []}]
                  responses:
                    "200": {description: Fine, headers: {X-A: {schema: {type: string}}}}
                  x-amazon-apigateway-integration:
                    type: http
                    httpMethod: POST
                    uri: http://backend.example/pets
                    requestTemplates: {application/xml: <x/>}
                    responses: {default: {statusCode: "200"}}
              /nothing: {}
            components:
              schemas:
                Order: {type: object, properties: {pet: {$ref: "#/components/schemas/Pet"}}}
                Pet: {type: object}
                Unused: {type: object}
              securitySchemes:
                key: {type: apiKey, name: x-api-key, in: header}
                desk:
                  type: apiKey
                  name: Authorization
                  in: header
                  x-amazon-apigateway-authorizer:
                    type: token
                    authorizerUri: arn:aws:apigateway:eu-west-1:lambda:path/f/invocations
                    authorizerResultTtlInSeconds: 300
            """;

    @Test
    void bareOpenApiShowsNothingOfApiGateway() {
        assertThat(export(SHOP, ExportType.OAS30, "", null).body()).isEqualTo("""
                        {
                          "openapi" : "3.0.1",
                          "info" : {
                            "title" : "Shop",
                            "version" : "1.0"
                          },
                          "servers" : [ {
                            "url" : "https://abcdef1234.execute-api.eu-west-1.amazonaws.com/{basePath}",
                            "variables" : {
                              "basePath" : {
                                "default" : "local"
                              }
                            }
                          } ],
                          "paths" : {
                            "/pets" : {
                              "post" : {
                                "parameters" : [ {
                                  "name" : "kind",
                                  "in" : "query",
                                  "schema" : {
                                    "type" : "string"
                                  }
                                } ],
                                "requestBody" : {
                                  "content" : {
                                    "application/json" : {
                                      "schema" : {
                                        "$ref" : "#/components/schemas/Order"
                                      }
                                    }
                                  },
                                  "required" : true
                                },
                                "responses" : {
                                  "200" : {
                                    "description" : "200 response",
                                    "headers" : {
                                      "X-A" : {
                                        "schema" : {
                                          "type" : "string"
                                        }
                                      }
                                    },
                                    "content" : { }
                                  }
                                },
                                "security" : [ {
                                  "api_key" : [ ]
                                } ]
                              }
                            }
                          },
                          "components" : {
                            "schemas" : {
                              "Order" : {
                                "type" : "object",
                                "properties" : {
                                  "pet" : {
                                    "$ref" : "#/components/schemas/Pet"
                                  }
                                }
                              },
                              "Pet" : {
                                "type" : "object"
                              }
                            },
                            "securitySchemes" : {
                              "api_key" : {
                                "type" : "apiKey",
                                "name" : "x-api-key",
                                "in" : "header"
                              }
                            }
                          }
                        }""");
    }

    @Test
    void integrationsAreWrittenInTheOrderOfEachSpecification() {
        assertThat(integration(ExportType.OAS30))
                .hasToString("{\"httpMethod\":\"POST\",\"uri\":\"http://backend.example/pets\","
                        + "\"responses\":{\"default\":{\"statusCode\":\"200\"}},"
                        + "\"requestTemplates\":{\"application/xml\":\"<x/>\"},"
                        + "\"passthroughBehavior\":\"when_no_match\",\"type\":\"http\"}");
        assertThat(integration(ExportType.SWAGGER).fieldNames().next()).isEqualTo("type");
    }

    private static JsonNode integration(ExportType type) {
        return tree(export(SHOP, type, "integrations", null)).at("/paths/~1pets/post/x-amazon-apigateway-integration");
    }

    @Test
    void swaggerNamesHostStageAndMediaTypes() {
        JsonNode root = tree(export(SHOP, ExportType.SWAGGER, "", null));
        assertThat(root.path("host").asText()).isEqualTo("abcdef1234.execute-api.eu-west-1.amazonaws.com");
        assertThat(root.path("basePath").asText()).isEqualTo("/local");
        assertThat(root.path("schemes")).hasToString("[\"https\"]");
        JsonNode post = root.at("/paths/~1pets/post");
        assertThat(post.fieldNames())
                .toIterable()
                .containsExactly("consumes", "produces", "parameters", "responses", "security");
        assertThat(post.path("consumes")).hasToString("[\"application/json\"]");
        assertThat(post.path("produces")).hasToString("[\"application/json\"]");
        assertThat(post.at("/parameters/0"))
                .hasToString("{\"name\":\"kind\",\"in\":\"query\",\"required\":false,\"type\":\"string\"}");
        assertThat(post.at("/parameters/1"))
                .hasToString("{\"in\":\"body\",\"name\":\"Order\",\"required\":true,"
                        + "\"schema\":{\"$ref\":\"#/definitions/Order\"}}");
        assertThat(root.path("definitions").fieldNames()).toIterable().containsExactly("Order", "Pet");
    }

    @ParameterizedTest
    @EnumSource(ExportType.class)
    void authorizersAppearOnlyWhenAskedFor(ExportType type) {
        String schemes = type == ExportType.SWAGGER ? "/securityDefinitions" : "/components/securitySchemes";
        JsonNode without = tree(export(SHOP, type, "integrations", null));
        JsonNode with = tree(export(SHOP, type, "authorizers", null));
        assertThat(without.at(schemes).has("desk")).isFalse();
        assertThat(with.at("/paths/~1pets/post/security")).hasToString("[{\"desk\":[]},{\"api_key\":[]}]");
        assertThat(with.at(schemes + "/desk"))
                .hasToString("{\"type\":\"apiKey\",\"name\":\"Authorization\",\"in\":\"header\","
                        + "\"x-amazon-apigateway-authtype\":\"custom\",\"x-amazon-apigateway-authorizer\":{"
                        + "\"authorizerUri\":\"arn:aws:apigateway:eu-west-1:lambda:path/f/invocations\","
                        + "\"authorizerResultTtlInSeconds\":300,\"type\":\"token\"}}");
    }

    @ParameterizedTest
    @EnumSource(ExportType.class)
    void allOfApiGatewayIncludesWhatNothingRefersTo(ExportType type) {
        JsonNode root = tree(export(SHOP, type, "apigateway", null));
        String schemas = type == ExportType.SWAGGER ? "/definitions" : "/components/schemas";
        assertThat(root.at(schemas).has("Unused")).isTrue();
        assertThat(root.path("paths").has("/nothing")).isTrue();
        assertThat(root.path("x-amazon-apigateway-binary-media-types")).hasToString("[\"image/png\"]");
        assertThat(root.at("/paths/~1pets/post").has("x-amazon-apigateway-integration"))
                .isTrue();
    }

    @Test
    void refusesExtensionsByName() {
        assertThat(ExportExtension.of(" integrations,documentation"))
                .containsExactly(ExportExtension.INTEGRATIONS, ExportExtension.DOCUMENTATION);
        assertThat(ExportExtension.of(null)).isEmpty();
        assertThatThrownBy(() -> ExportExtension.of("postman"))
                .hasMessage("Invalid extension 'postman' specified. Supported are"
                        + " integrations,authorizers,apigateway,documentation");
    }

    @Test
    void isSentAsAFileNamedByTypeAndVersion() {
        Exported json = export(SHOP, ExportType.OAS30, "", null);
        assertThat(json.contentType()).isEqualTo("application/octet-stream");
        assertThat(json.contentDisposition()).isEqualTo("attachment; filename=\"oas30_1.0.json\"");
        ApiDefinition definition = definition(SHOP.replace(", version: \"1.0\"", ""));
        ExportOptions options = options(ExportType.SWAGGER, true, "", null);
        assertThat(OpenApiExport.write(definition, SampleStage.LOCAL, options).contentDisposition())
                .isEqualTo("attachment; filename=\"swagger_2026-01-02T03:04:05Z.yaml\"");
    }

    @Nested
    class WithDocumentation {
        private final DocumentationSnapshot snapshot = new DocumentationSnapshot(
                new DocumentationVersion("7", Instant.parse("2026-01-01T00:00:00Z"), null),
                OpenApiImport.read("""
                                swagger: "2.0"
                                info: {title: D, version: 1}
                                paths: {}
                                x-amazon-apigateway-documentation:
                                  documentationParts:
                                  - {location: {type: API}, properties: {info: {description: Shop of pets}, tags: [{name: t}], secret: 1}}
                                  - {location: {type: METHOD, method: POST}, properties: {summary: Posts, note: hidden, x-note: shown}}
                                  - {location: {type: RESPONSE, method: "*", statusCode: "200"}, properties: {description: All went well}}
                                  - {location: {type: RESPONSE_HEADER, path: /pets, method: POST, statusCode: "200", name: X-A}, properties: {description: A header}}
                                  - {location: {type: QUERY_PARAMETER, path: /pets, method: "*", name: kind}, properties: {description: Which}}
                                  - {location: {type: REQUEST_BODY, path: /pets}, properties: {description: What is ordered}}
                                  - {location: {type: MODEL, name: Pet}, properties: {title: A pet}}
                                  - {location: {type: RESOURCE, path: /pets}, properties: {description: The pets}}
                                """, ImportOptions.defaults(ImportCase.TARGET, Instant.EPOCH))
                        .documentation());

        @Test
        void entitiesShowWhatTheyInheritAndOpenApiKnows() {
            JsonNode root = tree(export(SHOP, ExportType.OAS30, "", snapshot));
            JsonNode post = root.at("/paths/~1pets/post");
            assertThat(root.at("/info/description").asText()).isEqualTo("Shop of pets");
            assertThat(root.path("tags")).hasToString("[{\"name\":\"t\"}]");
            assertThat(root.has("secret")).isFalse();
            assertThat(root.at("/paths/~1pets/description").asText()).isEqualTo("The pets");
            assertThat(post.path("summary").asText()).isEqualTo("Posts");
            assertThat(post.path("x-note").asText()).isEqualTo("shown");
            assertThat(post.has("note")).isFalse();
            assertThat(post.at("/responses/200/description").asText()).isEqualTo("All went well");
            assertThat(post.at("/responses/200/headers/X-A/description").asText())
                    .isEqualTo("A header");
            assertThat(post.at("/parameters/0/description").asText()).isEqualTo("Which");
            assertThat(post.at("/requestBody/description").asText()).isEqualTo("What is ordered");
            assertThat(root.at("/components/schemas/Pet/title").asText()).isEqualTo("A pet");
        }

        @Test
        void swaggerHasNoDescriptionOfPaths() {
            JsonNode root = tree(export(SHOP, ExportType.SWAGGER, "", snapshot));
            assertThat(root.at("/paths/~1pets").has("description")).isFalse();
            assertThat(root.at("/paths/~1pets/post/parameters/1/description").asText())
                    .isEqualTo("What is ordered");
        }

        @Test
        void thePartsThemselvesAreAnExtension() {
            JsonNode root = tree(export(SHOP, ExportType.SWAGGER, "documentation", snapshot));
            JsonNode extension = root.path("x-amazon-apigateway-documentation");
            assertThat(extension.path("version").asText()).isEqualTo("7");
            assertThat(extension.path("createdDate").asText()).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(extension.path("documentationParts")).hasSize(8);
            assertThat(root.path("info").has("description")).isFalse();
        }
    }

    private static Exported export(
            String document, ExportType type, String extensions, @Nullable DocumentationSnapshot documentation) {
        return OpenApiExport.write(
                definition(document), SampleStage.LOCAL, options(type, false, extensions, documentation));
    }

    private static ExportOptions options(
            ExportType type, boolean yaml, String extensions, @Nullable DocumentationSnapshot documentation) {
        return new ExportOptions(
                type,
                yaml,
                ExportExtension.of(extensions),
                "abcdef1234.execute-api.eu-west-1.amazonaws.com",
                Instant.parse("2026-01-02T03:04:05.678Z"),
                documentation);
    }

    private static ApiDefinition definition(String document) {
        return OpenApiImport.read(document, ImportOptions.defaults(ImportCase.TARGET, Instant.EPOCH))
                .create(new Ids());
    }

    private static JsonNode tree(Exported exported) {
        return SourceDocument.readObject(exported.body()).orElseThrow();
    }

    /** Keeps the import of parts honest: none of those above was left out. */
    @Test
    void documentationPartsAreAllRead() {
        List<DocumentationPart> parts = new WithDocumentation().snapshot.parts();
        assertThat(parts).hasSize(8);
    }
}
