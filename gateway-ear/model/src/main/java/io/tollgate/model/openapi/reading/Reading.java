package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.openapi.ImportOptions;
import io.tollgate.model.openapi.document.References;
import io.tollgate.model.openapi.document.SourceDocument;

/**
 * What the readers of one import share.
 *
 * @param document the document
 * @param dialect which specification it follows
 * @param options how it is imported
 * @param references follows {@code $ref}
 * @param report where to complain
 * @param notes where documentation is collected
 */
record Reading(
        SourceDocument document,
        Dialect dialect,
        ImportOptions options,
        References references,
        Report report,
        Notes notes) {

    Reading(SourceDocument document, Dialect dialect, ImportOptions options) {
        this(document, dialect, options, new References(document.root()), new Report(), new Notes());
    }

    JsonNode root() {
        return document.root();
    }

    int line(JsonNode object, String member) {
        return document.lines().of(object, member);
    }

    int line(JsonNode container) {
        return document.lines().of(container);
    }

    /** What a node refers to; warns if that is nothing. */
    JsonNode resolve(JsonNode node) {
        JsonNode target = references.resolve(node);
        if (target.isMissingNode() && node.has("$ref")) {
            report.warn(
                    "Unknown or invalid reference specified by '"
                            + node.path("$ref").asText() + "'. Ignoring.",
                    line(node));
        }
        return target;
    }
}
