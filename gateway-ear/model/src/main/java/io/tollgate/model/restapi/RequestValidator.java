package io.tollgate.model.restapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a request are checked before the integration.
 *
 * @param id the validator's id
 * @param name the name, or null
 * @param validateRequestBody whether the body is checked against the method's models
 * @param validateRequestParameters whether required parameters are checked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestValidator(
        String id, @Nullable String name, boolean validateRequestBody, boolean validateRequestParameters) {}
