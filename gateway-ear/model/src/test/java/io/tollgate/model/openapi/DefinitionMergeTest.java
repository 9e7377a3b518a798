package io.tollgate.model.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tollgate.model.documentation.DocumentationPart;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Authorizer;
import io.tollgate.model.restapi.GatewayResponse;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Model;
import io.tollgate.model.restapi.RequestValidator;
import io.tollgate.model.restapi.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DefinitionMergeTest {
    private static final String OLD = """
            swagger: "2.0"
            info: {title: Old, description: Before, version: "1"}
            x-amazon-apigateway-binary-media-types: [image/png]
            x-amazon-apigateway-minimum-compression-size: 10
            x-amazon-apigateway-api-key-source: AUTHORIZER
            x-amazon-apigateway-policy: {Statement: []}
            x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: true, vpcEndpointIds: [vpce-1]}
            x-amazon-apigateway-request-validators: {v: {validateRequestBody: true, validateRequestParameters: true}}
            x-amazon-apigateway-gateway-responses: {THROTTLED: {statusCode: 420}, UNAUTHORIZED: {statusCode: 418}}
            securityDefinitions:
              desk: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: token, authorizerUri: one}}
            definitions: {Pet: {type: object}, Kept: {type: object}}
            paths:
              /kept: {get: {responses: {}}}
              /pets:
                get:
                  security: [{desk: []}]
                  responses: {"200": {description: OK}}
                  x-amazon-apigateway-integration: {type: mock}
                delete: {responses: {}}
            """;
    private static final String NEW = """
            openapi: 3.0.1
            info: {title: New, version: "2"}
            x-amazon-apigateway-binary-media-types: [image/gif, image/png]
            x-amazon-apigateway-gateway-responses: {THROTTLED: {statusCode: 429}}
            components:
              schemas: {Pet: {type: array, items: {type: string}}, Fresh: {type: object}}
              securitySchemes:
                desk: {type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authorizer: {type: token, authorizerUri: two}}
            paths:
              /pets:
                get:
                  security: [{desk: []}]
                  responses: {"201": {description: Made}}
                  x-amazon-apigateway-integration: {type: mock}
              /fresh/deep: {get: {responses: {}}}
            """;

    private final Ids ids = new Ids();
    private final ApiDefinition old =
            read(OLD, Map.of("endpointConfigurationTypes", "PRIVATE")).create(ids);

    @Nested
    class Merging {
        private final ApiDefinition merged = read(NEW, Map.of()).mergeInto(old, ids);

        @Test
        void takesNameAndVersionAndKeepsWhatTheDocumentDoesNotMention() {
            assertThat(merged.restApi().name()).isEqualTo("New");
            assertThat(merged.restApi().version()).isEqualTo("2");
            assertThat(merged.restApi().description()).isEqualTo("Before");
            assertThat(merged.restApi().apiKeySource()).isEqualTo("AUTHORIZER");
            assertThat(merged.restApi().minimumCompressionSize()).isEqualTo(10);
            assertThat(merged.restApi().policy()).isNotNull();
            assertThat(merged.restApi().endpointConfiguration())
                    .isEqualTo(old.restApi().endpointConfiguration());
        }

        @Test
        void unitesLists() {
            assertThat(merged.restApi().binaryMediaTypes()).containsExactly("image/png", "image/gif");
        }

        @Test
        void replacesMethodsAndKeepsTheOthers() {
            assertThat(merged.resources())
                    .extracting(Resource::path)
                    .containsExactly("/", "/fresh", "/fresh/deep", "/kept", "/pets");
            assertThat(resource(merged, "/pets").resourceMethods()).containsOnlyKeys("GET", "DELETE");
            assertThat(method(merged).methodResponses()).containsOnlyKeys("201");
        }

        @Test
        void keepsTheIdsOfWhatItReplaces() {
            assertThat(resource(merged, "/pets").id())
                    .isEqualTo(resource(old, "/pets").id());
            assertThat(merged.authorizers())
                    .extracting(Authorizer::id)
                    .containsExactly(old.authorizers().get(0).id());
            assertThat(merged.authorizers())
                    .extracting(Authorizer::authorizerUri)
                    .containsExactly("two");
            assertThat(method(merged).authorizerId())
                    .isEqualTo(old.authorizers().get(0).id());
            assertThat(integration(merged).cacheNamespace())
                    .isEqualTo(resource(old, "/pets").id());
        }

        @Test
        void keepsModelsValidatorsAndGatewayResponsesOfOtherNames() {
            assertThat(merged.models()).extracting(Model::name).containsExactly("Pet", "Kept", "Fresh");
            assertThat(merged.models().get(0).schema()).contains("array");
            assertThat(merged.requestValidators())
                    .extracting(RequestValidator::name)
                    .containsExactly("v");
            assertThat(merged.gatewayResponses())
                    .extracting(GatewayResponse::responseType, GatewayResponse::statusCode)
                    .containsExactly(tuple("THROTTLED", "429"), tuple("UNAUTHORIZED", "418"));
        }

        @Test
        void refusesPathsThatDoNotFitTheExistingOnes() {
            ApiDefinition existing = read(
                            "swagger: '2.0'\ninfo: {title: T, version: 1}\npaths:\n  /a/{x}: {}", Map.of())
                    .create(ids);
            ImportResult other = read("swagger: '2.0'\ninfo: {title: T, version: 1}\npaths:\n  /a/{y}: {}", Map.of());
            assertThatThrownBy(() -> other.mergeInto(existing, ids))
                    .hasMessage(
                            "Errors found during import:\n\tUnable to create resource at path '/a/{y}':"
                                    + " A sibling ({x}) of this resource already has a variable path part -- only one is allowed");
            assertThat(other.overwrite(existing, ids).resources())
                    .extracting(Resource::path)
                    .contains("/a/{y}");
        }
    }

    @Nested
    class Overwriting {
        private final ApiDefinition overwritten = read(NEW, Map.of()).overwrite(old, ids);

        @Test
        void leavesOnlyWhatTheDocumentDescribes() {
            assertThat(overwritten.resources())
                    .extracting(Resource::path)
                    .containsExactly("/", "/fresh", "/fresh/deep", "/pets");
            assertThat(resource(overwritten, "/pets").resourceMethods()).containsOnlyKeys("GET");
            assertThat(overwritten.models()).extracting(Model::name).containsExactly("Pet", "Fresh");
            assertThat(overwritten.requestValidators()).isEmpty();
            assertThat(overwritten.gatewayResponses()).hasSize(1);
            assertThat(overwritten.restApi().description()).isNull();
            assertThat(overwritten.restApi().policy()).isNull();
            assertThat(overwritten.restApi().minimumCompressionSize()).isNull();
            assertThat(overwritten.restApi().apiKeySource()).isEqualTo("HEADER");
            assertThat(overwritten.restApi().binaryMediaTypes()).containsExactly("image/gif", "image/png");
        }

        @Test
        void keepsThePlaceOfTheApiAndTheIdsOfNames() {
            assertThat(overwritten.restApi().id()).isEqualTo(old.restApi().id());
            assertThat(overwritten.restApi().rootResourceId())
                    .isEqualTo(old.restApi().rootResourceId());
            assertThat(overwritten.restApi().disableExecuteApiEndpoint()).isTrue();
            assertThat(overwritten.restApi().endpointConfiguration())
                    .isEqualTo(old.restApi().endpointConfiguration());
            assertThat(resource(overwritten, "/pets").id())
                    .isEqualTo(resource(old, "/pets").id());
            assertThat(overwritten.models().get(0).id())
                    .isEqualTo(old.models().get(0).id());
        }
    }

    @Nested
    class Parts {
        private final List<DocumentationPart> existing = List.of(
                part("1", "API", null, "{\"info\":1,\"x-kept\":2}"),
                part("2", "MODEL", "Pet", "{\"description\":\"Old\"}"));
        private final List<DocumentationPart> imported =
                List.of(part("", "API", null, "{\"info\":3}"), part("", "MODEL", "Dog", "{\"description\":\"Dog\"}"));

        @Test
        void mergedReplacePropertyByProperty() {
            assertThat(DocumentationMerge.merge(existing, imported, new Ids()))
                    .containsExactly(
                            part("1", "API", null, "{\"info\":3,\"x-kept\":2}"),
                            existing.get(1),
                            part("id1", "MODEL", "Dog", "{\"description\":\"Dog\"}"));
        }

        @Test
        void overwrittenLeaveOnlyTheImportedOnes() {
            assertThat(DocumentationMerge.overwrite(existing, imported, new Ids()))
                    .containsExactly(
                            part("1", "API", null, "{\"info\":3}"),
                            part("id1", "MODEL", "Dog", "{\"description\":\"Dog\"}"));
        }

        private DocumentationPart part(String id, String type, @Nullable String name, String properties) {
            return new DocumentationPart(id, new DocumentationPartLocation(type, null, null, null, name), properties);
        }
    }

    private static ImportResult read(String document, Map<String, String> parameters) {
        return OpenApiImport.read(
                document,
                ImportOptions.defaults(ImportCase.TARGET, Instant.EPOCH).with(parameters));
    }

    private static Resource resource(ApiDefinition definition, String path) {
        return definition.resources().stream()
                .filter(resource -> resource.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static Method method(ApiDefinition definition) {
        return Objects.requireNonNull(
                resource(definition, "/pets").resourceMethods().get("GET"));
    }

    private static Integration integration(ApiDefinition definition) {
        return Objects.requireNonNull(method(definition).methodIntegration());
    }
}
