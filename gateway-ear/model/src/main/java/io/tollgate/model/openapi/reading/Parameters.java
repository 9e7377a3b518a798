package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an operation.
 *
 * @param declared a method's parameter keys to whether they are required, null for none
 * @param body the body parameter of Swagger 2.0, missing if there is none
 */
record Parameters(@Nullable Map<String, Boolean> declared, JsonNode body) {}
