package io.tollgate.model.restapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who decides about a method's callers.
 *
 * @param id the authorizer's id
 * @param name the name
 * @param type TOKEN, REQUEST or COGNITO_USER_POOLS
 * @param providerARNs user pools, or null
 * @param authType free text kept for OpenAPI, or null
 * @param authorizerUri the function's invocation URI, or null
 * @param authorizerCredentials a role ARN, or null
 * @param identitySource where the proof is, comma separated, or null
 * @param identityValidationExpression what a token must match, or null
 * @param authorizerResultTtlInSeconds 0 to 3600, null for 300
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Authorizer(
        String id,
        String name,
        String type,
        @Nullable List<String> providerARNs,
        @Nullable String authType,
        @Nullable String authorizerUri,
        @Nullable String authorizerCredentials,
        @Nullable String identitySource,
        @Nullable String identityValidationExpression,
        @Nullable Integer authorizerResultTtlInSeconds) {}
