package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.mapping.MappingSyntax;
import io.tollgate.model.restapi.IntegrationResponse;
import io.tollgate.model.restapi.MethodResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The responses of an integration: in documents keyed by what selects them, in the model by their status. */
final class IntegrationResponsesReader {
    /** What documents write for "no template: pass the body through". */
    static final String PASSTHROUGH = "__passthrough__";

    private final Reading reading;
    private final Place place;

    IntegrationResponsesReader(Reading reading, Place place) {
        this.reading = reading;
        this.place = place;
    }

    @Nullable Map<String, IntegrationResponse> read(JsonNode responses, Map<String, MethodResponse> declared) {
        Map<String, IntegrationResponse> read = new LinkedHashMap<>();
        responses.properties().forEach(member -> {
            JsonNode response = member.getValue();
            String status = Fields.text(response, "statusCode");
            if (status == null || !status.matches("[1-5]\\d\\d")) {
                refuse("Invalid status code specified: " + status, responses, member.getKey());
                return;
            }
            MethodResponse method = declared.get(status);
            if (read.put(status, response(member.getKey(), status, response, method)) != null) {
                reading.report()
                        .warn(
                                "More than one integration response with status code " + status + " on '" + place
                                        + "'. Ignoring all but the last.",
                                reading.line(responses, member.getKey()));
            }
        });
        return read.isEmpty() ? null : read;
    }

    private IntegrationResponse response(
            String key, String status, JsonNode response, @Nullable MethodResponse declared) {
        return new IntegrationResponse(
                status,
                key.equals("default") ? null : key,
                parameters(response.path("responseParameters"), declared),
                templates(response.path("responseTemplates")),
                Fields.upper(response, "contentHandling"));
    }

    private @Nullable Map<String, String> parameters(JsonNode mappings, @Nullable MethodResponse declared) {
        return new Mappings(reading, place.unableToPut("integration response"))
                .read(
                        mappings,
                        declared == null ? null : declared.responseParameters(),
                        MappingSyntax::checkResponseMapping,
                        (target, source, names) -> MappingSyntax.checkResponseDeclared(target, names));
    }

    private static @Nullable Map<String, @Nullable String> templates(JsonNode templates) {
        if (!templates.isObject() || templates.isEmpty()) {
            return null;
        }
        Map<String, @Nullable String> read = new LinkedHashMap<>();
        templates.properties().forEach(template -> {
            String text = Fields.text(template.getValue());
            read.put(template.getKey(), PASSTHROUGH.equals(text) ? null : text);
        });
        return read;
    }

    private void refuse(String why, JsonNode object, String member) {
        reading.report().error(place.unableToPut("integration response") + why, reading.line(object, member));
    }
}
