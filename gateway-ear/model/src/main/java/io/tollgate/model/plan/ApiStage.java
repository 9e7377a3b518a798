package io.tollgate.model.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stage that a plan covers.
 *
 * @param apiId the API's id
 * @param stage the stage's name
 * @param throttle limits of single methods by {@code /path/VERB}, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiStage(String apiId, String stage, @Nullable Map<String, ThrottleSettings> throttle) {

    /** How PATCH paths name it: {@code apiId:stage}. */
    public String key() {
        return apiId + ":" + stage;
    }
}
