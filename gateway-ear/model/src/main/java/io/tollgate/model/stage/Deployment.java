package io.tollgate.model.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A frozen definition's label.
 *
 * @param id six or more lower-case letters and digits
 * @param description the description, or null
 * @param createdDate when it was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deployment(String id, @Nullable String description, Instant createdDate) {}
