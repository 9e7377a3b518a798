package io.tollgate.model.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.tollgate.model.restapi.ApiDefinition;
import java.time.Instant;
import java.util.List;

/** What an import came to, as text to compare: absent and empty things left out, ids and repetitions too. */
final class ImportText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Instant.class, new ToStringSerializer()))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .build();

    private ImportText() {}

    static String of(ImportResult result) {
        ObjectNode text = JSON.createObjectNode();
        text.set("settings", tree(result.settings()));
        ApiDefinition draft = result.draft();
        ObjectNode resources = text.putObject("resources");
        draft.resources()
                .forEach(resource -> resources.set(
                        resource.path(),
                        tree(resource).path("resourceMethods").isMissingNode()
                                ? JSON.createObjectNode()
                                : tree(resource).path("resourceMethods")));
        list(text, "models", draft.models());
        list(text, "requestValidators", draft.requestValidators());
        list(text, "authorizers", draft.authorizers());
        list(text, "gatewayResponses", draft.gatewayResponses());
        list(text, "documentation", result.documentation());
        findings(text, result.warnings());
        return write(text);
    }

    static String of(OpenApiException refusal) {
        ObjectNode text = JSON.createObjectNode();
        text.put("reason", refusal.reason().name());
        var message = text.putArray("message");
        refusal.getMessage().lines().forEach(message::add);
        findings(text, refusal.findings());
        return write(text);
    }

    /** Lists one item a line, which differences show better. */
    private static String write(ObjectNode text) {
        try {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer =
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
            return JSON.writer(printer).writeValueAsString(text) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void list(ObjectNode into, String name, List<?> things) {
        if (!things.isEmpty()) {
            var array = into.putArray(name);
            for (Object thing : things) {
                JsonNode tree = tree(thing);
                ((ObjectNode) tree).remove("id");
                schema((ObjectNode) tree);
                array.add(tree);
            }
        }
    }

    /** Schemas are JSON in JSON, which nobody can read. */
    private static void schema(ObjectNode thing) {
        try {
            if (thing.has("schema")) {
                thing.set("schema", JSON.readTree(thing.path("schema").asText()));
            }
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void findings(ObjectNode into, List<Finding> findings) {
        if (!findings.isEmpty()) {
            var array = into.putArray("findings");
            findings.forEach(
                    finding -> array.add(finding.severity() + " line " + finding.line() + ": " + finding.message()));
        }
    }

    private static JsonNode tree(Object thing) {
        return JSON.valueToTree(thing);
    }
}
