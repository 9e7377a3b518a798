package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models of a request's body: by the media types an operation consumes, or by those of its requestBody. */
final class BodyReader {
    private final Reading reading;
    private final ModelsReader models;
    private final Place place;

    BodyReader(Reading reading, ModelsReader models, Place place) {
        this.reading = reading;
        this.models = models;
        this.place = place;
    }

    @Nullable Map<String, String> read(JsonNode operation, JsonNode bodyParameter) {
        Map<String, String> read = new LinkedHashMap<>();
        if (reading.dialect() == Dialect.SWAGGER) {
            swagger(operation, bodyParameter, read);
        } else {
            openApi(reading.resolve(operation.path("requestBody")), read);
        }
        return read.isEmpty() ? null : read;
    }

    private void swagger(JsonNode operation, JsonNode body, Map<String, String> into) {
        String model = body.has("schema") ? models.modelOf(body.path("schema"), where()) : null;
        if (model != null) {
            mediaTypes(operation, "consumes").forEach(type -> into.put(type, model));
        }
        if (body.isObject()) {
            note(body);
        }
    }

    private void openApi(JsonNode body, Map<String, String> into) {
        body.path("content").properties().forEach(content -> {
            JsonNode schema = content.getValue().path("schema");
            String model = schema.isObject() && !schema.isEmpty() ? models.modelOf(schema, where()) : null;
            if (model != null) {
                into.put(content.getKey(), model);
            }
        });
        if (body.isObject()) {
            note(body);
        }
    }

    /** What an operation of Swagger 2.0 consumes or produces; what the document says if it says nothing. */
    List<String> mediaTypes(JsonNode operation, String member) {
        List<String> own = Fields.texts(operation.path(member));
        List<String> all =
                own == null || own.isEmpty() ? Fields.texts(reading.root().path(member)) : own;
        return all == null || all.isEmpty() ? List.of("application/json") : all;
    }

    private String where() {
        return "body parameter to method '" + place + "'";
    }

    private void note(JsonNode body) {
        reading.notes()
                .take(
                        DocumentationPartLocation.of(
                                DocumentationPartType.REQUEST_BODY,
                                place.path(),
                                place.method(),
                                DocumentationPartLocation.ANY,
                                null),
                        body);
    }
}
