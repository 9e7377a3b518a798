package io.tollgate.model.restapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema by name.
 *
 * @param id the model's id
 * @param name letters and digits
 * @param description the description, or null
 * @param schema JSON Schema draft 4 as text, or null
 * @param contentType the media type it describes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Model(
        String id,
        String name,
        @Nullable String description,
        @Nullable String schema,
        String contentType) {}
