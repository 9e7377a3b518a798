package io.tollgate.model.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an API key but its value, which is kept apart and sealed.
 *
 * @param id ten lower-case letters and digits
 * @param name at most 1024 characters, or null
 * @param customerId a marketplace customer, or null
 * @param description the description, or null
 * @param enabled whether calls with it may pass
 * @param createdDate when it was made
 * @param lastUpdatedDate when it was last changed
 * @param stageKeys always empty: what it was for is done by usage plans
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiKey(
        String id,
        @Nullable String name,
        @Nullable String customerId,
        @Nullable String description,
        boolean enabled,
        Instant createdDate,
        Instant lastUpdatedDate,
        List<String> stageKeys) {}
