package io.tollgate.model.openapi.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Follows {@code $ref} within one document.
 *
 * @param root the document's root
 */
public record References(JsonNode root) {
    private static final int LONGEST_CHAIN = 20;

    /** The node itself, or what it refers to; missing if the reference leads nowhere, outside or in a circle. */
    public JsonNode resolve(JsonNode node) {
        JsonNode current = node;
        for (int hop = 0; hop < LONGEST_CHAIN; hop++) {
            JsonNode reference = current.path("$ref");
            if (!reference.isTextual()) {
                return current;
            }
            current = target(reference.textValue());
        }
        return MissingNode.getInstance();
    }

    private JsonNode target(String reference) {
        if (!reference.startsWith("#/")) {
            return MissingNode.getInstance();
        }
        try {
            String pointer = URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            return root.at(JsonPointer.compile(pointer));
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }
}
