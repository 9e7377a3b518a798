package io.tollgate.model.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A document as it was handed in. The tree is shared where YAML aliases share it: never change it.
 *
 * @param root the tree
 * @param lines where its members begin
 */
public record SourceDocument(JsonNode root, Lines lines) {

    /** The largest document in bytes, as AWS has it. */
    public static final int LARGEST = 6 * 1024 * 1024;

    /** Deeper nesting than this is refused. */
    static final int DEEPEST = 100;

    /** More nodes than this, aliases counted as if written out, are refused. */
    static final int MOST_NODES = 2_000_000;

    /** Whether a text is larger than what may be imported. */
    public static boolean tooLarge(String text) {
        return text.length() > LARGEST || text.getBytes(StandardCharsets.UTF_8).length > LARGEST;
    }

    /**
     * Reads JSON if the text begins like JSON, else YAML.
     *
     * @throws UnreadableDocumentException if the text is neither
     */
    public static SourceDocument read(String text) throws UnreadableDocumentException {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return body.stripLeading().startsWith("{") ? new JsonSource(body).read() : new YamlSource(body).read();
    }

    /** A JSON object in a text, number for number as it is written there; nothing if the text is none. */
    public static Optional<ObjectNode> readObject(String text) {
        try {
            return new JsonSource(text).read().root() instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (UnreadableDocumentException e) {
            return Optional.empty();
        }
    }
}
