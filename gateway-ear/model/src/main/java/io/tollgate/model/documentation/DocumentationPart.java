package io.tollgate.model.documentation;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is written about one entity, or about all entities below a path.
 *
 * @param id the part's id
 * @param location what it is about
 * @param properties the content, a JSON object as text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentationPart(String id, DocumentationPartLocation location, String properties) {

    /** The same part with another content. */
    public DocumentationPart withProperties(String other) {
        return new DocumentationPart(id, location, other);
    }
}
