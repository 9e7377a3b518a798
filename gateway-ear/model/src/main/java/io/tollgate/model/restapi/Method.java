package io.tollgate.model.restapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verb on a resource demands of its caller, and its integration.
 *
 * @param httpMethod the verb, or ANY
 * @param authorizationType NONE, AWS_IAM, CUSTOM or COGNITO_USER_POOLS
 * @param authorizerId the authorizer, or null
 * @param apiKeyRequired whether a valid API key is demanded
 * @param requestValidatorId the validator, or null
 * @param operationName the name used in SDKs, or null
 * @param requestParameters parameter keys ({@code method.request.header.X}) to whether they are required, or null
 * @param requestModels model names by media type, or null
 * @param methodResponses responses by status code, or null
 * @param methodIntegration the integration, or null while there is none
 * @param authorizationScopes OAuth scopes, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Method(
        String httpMethod,
        String authorizationType,
        @Nullable String authorizerId,
        boolean apiKeyRequired,
        @Nullable String requestValidatorId,
        @Nullable String operationName,
        @Nullable Map<String, Boolean> requestParameters,
        @Nullable Map<String, String> requestModels,
        @Nullable Map<String, MethodResponse> methodResponses,
        @Nullable Integration methodIntegration,
        @Nullable List<String> authorizationScopes) {}
