package io.tollgate.model.documentation;

import java.util.List;

/**
 * A documentation version with the parts it froze.
 *
 * @param version the version
 * @param parts its parts
 */
public record DocumentationSnapshot(DocumentationVersion version, List<DocumentationPart> parts) {

    /** Copies the list. */
    public DocumentationSnapshot {
        parts = List.copyOf(parts);
    }
}
