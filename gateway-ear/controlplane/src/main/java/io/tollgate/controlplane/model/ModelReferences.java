package io.tollgate.controlplane.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.restapi.Model;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The references of a model's schema to other models: by the URL that a model of the API has, and to one that is there.
 * References within the schema itself begin with a number sign and are left alone.
 */
final class ModelReferences {
    private static final Pattern CANONICAL =
            Pattern.compile("https://apigateway\\.[^/]+/restapis/([^/]+)/models/([^/]+)");

    private final Models models;

    ModelReferences(Models models) {
        this.models = models;
    }

    /** Refuses the schema of a model if it refers to what cannot be found. */
    void check(String apiId, String name, JsonNode schema) {
        outward(schema).forEach(reference -> check(apiId, name, reference));
    }

    private static List<String> outward(JsonNode schema) {
        List<String> found = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(schema);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            node.forEach(open::push);
            JsonNode reference = node.path("$ref");
            if (reference.isTextual() && !reference.textValue().startsWith("#")) {
                found.add(reference.textValue());
            }
        }
        return found;
    }

    private void check(String apiId, String name, String reference) {
        Matcher canonical = CANONICAL.matcher(reference);
        if (!canonical.matches()) {
            throw invalid("Invalid model schema specified, Model reference must be in canonical form");
        }
        String referred = canonical.group(2);
        boolean known = canonical.group(1).equals(apiId)
                && (referred.equals(name) || models.find(apiId, referred).isPresent());
        if (!known) {
            throw invalid("Invalid model reference specified: " + reference);
        }
    }

    /** Refuses to let a model go that another one's schema refers to; AWS's words for it are not recorded. */
    void checkUnused(String apiId, String name) {
        for (Model other : models.all(apiId)) {
            if (!other.name().equals(name) && refersTo(apiId, name, other)) {
                throw new ConflictException(
                        "Cannot delete model '" + name + "', is referenced in model: " + other.name());
            }
        }
    }

    private static boolean refersTo(String apiId, String name, Model model) {
        if (model.schema() == null || !model.contentType().contains("json")) {
            return false;
        }
        return outward(Json.tree(model.schema(), "Invalid model schema specified")).stream()
                .map(CANONICAL::matcher)
                .anyMatch(reference -> reference.matches()
                        && reference.group(1).equals(apiId)
                        && reference.group(2).equals(name));
    }

    private static BadRequestException invalid(String error) {
        return new BadRequestException(
                "Invalid model specified: Validation Result: warnings : [], errors : [" + error + "]");
    }
}
