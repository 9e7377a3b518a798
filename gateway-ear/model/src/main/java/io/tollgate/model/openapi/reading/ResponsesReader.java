package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.restapi.MethodResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The responses that an operation declares, by status. */
final class ResponsesReader {
    private final Reading reading;
    private final ModelsReader models;
    private final Place place;

    ResponsesReader(Reading reading, ModelsReader models, Place place) {
        this.reading = reading;
        this.models = models;
        this.place = place;
    }

    Map<String, MethodResponse> read(JsonNode operation) {
        Map<String, MethodResponse> read = new LinkedHashMap<>();
        JsonNode responses = operation.path("responses");
        responses.properties().forEach(member -> {
            String status = member.getKey();
            JsonNode response = reading.resolve(member.getValue());
            if (status.matches("[1-5]\\d\\d") && response.isObject()) {
                read.put(status, response(operation, status, response));
            } else if (!status.startsWith("x-")) {
                ignored(status, reading.line(responses, status));
            }
        });
        return read;
    }

    private void ignored(String status, int line) {
        reading.report()
                .warn(
                        status.equals("default")
                                ? "API Gateway does not support Swagger's 'default' method response (found on '" + place
                                        + "')"
                                : "Unsupported status code '" + status + "' in method '" + place + "'. Ignoring.",
                        line);
    }

    private MethodResponse response(JsonNode operation, String status, JsonNode response) {
        note(DocumentationPartType.RESPONSE, status, null, response);
        Map<String, String> responseModels =
                reading.dialect() == Dialect.SWAGGER ? swagger(operation, status, response) : openApi(status, response);
        return new MethodResponse(status, headers(status, response), responseModels.isEmpty() ? null : responseModels);
    }

    private @Nullable Map<String, Boolean> headers(String status, JsonNode response) {
        Map<String, Boolean> headers = new LinkedHashMap<>();
        response.path("headers").properties().forEach(member -> {
            JsonNode header = reading.resolve(member.getValue());
            // Swagger 2.0 has no word for it.
            boolean required = Fields.isTrue(header, "required") || Fields.isTrue(header, "x-tollgate-required");
            headers.put("method.response.header." + member.getKey(), required);
            note(DocumentationPartType.RESPONSE_HEADER, status, member.getKey(), header);
        });
        return headers.isEmpty() ? null : headers;
    }

    private Map<String, String> swagger(JsonNode operation, String status, JsonNode response) {
        Map<String, String> read = new LinkedHashMap<>();
        JsonNode schema = response.path("schema");
        String model = schema.isObject() && !schema.isEmpty() ? models.modelOf(schema, where(status)) : null;
        if (model != null) {
            List<String> types = new BodyReader(reading, models, place).mediaTypes(operation, "produces");
            types.forEach(type -> read.put(type, model));
        }
        return read;
    }

    private Map<String, String> openApi(String status, JsonNode response) {
        Map<String, String> read = new LinkedHashMap<>();
        response.path("content").properties().forEach(content -> {
            JsonNode schema = content.getValue().path("schema");
            String model = schema.isObject() && !schema.isEmpty() ? models.modelOf(schema, where(status)) : null;
            if (model != null) {
                read.put(content.getKey(), model);
            }
        });
        return read;
    }

    private String where(String status) {
        return status + " response to method '" + place + "'";
    }

    private void note(DocumentationPartType type, String status, @Nullable String name, JsonNode source) {
        reading.notes().take(DocumentationPartLocation.of(type, place.path(), place.method(), status, name), source);
    }
}
