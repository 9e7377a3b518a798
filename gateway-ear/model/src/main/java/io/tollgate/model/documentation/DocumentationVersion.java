package io.tollgate.model.documentation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The label of a frozen set of documentation parts, which stages are bound to.
 *
 * @param version the identifier
 * @param createdDate when the parts were frozen
 * @param description the description, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentationVersion(
        String version, Instant createdDate, @Nullable String description) {}
