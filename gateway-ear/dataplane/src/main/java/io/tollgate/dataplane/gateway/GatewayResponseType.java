package io.tollgate.dataplane.gateway;

import org.jspecify.annotations.Nullable;

/**
 * Why the gateway answers a call itself: AWS's gateway response types with the status, message and error type that a
 * caller sees while nobody customised them (features 10).
 */
public enum GatewayResponseType {
    ACCESS_DENIED(403, "User is not authorized to access this resource", "AccessDeniedException"),
    API_CONFIGURATION_ERROR(500, "Internal server error", "InternalServerErrorException"),
    AUTHORIZER_CONFIGURATION_ERROR(500, null, "AuthorizerConfigurationException"),
    AUTHORIZER_FAILURE(500, null, "AuthorizerFailureException"),
    BAD_REQUEST_PARAMETERS(400, "Bad request", "BadRequestException"),
    BAD_REQUEST_BODY(400, "Invalid request body", "BadRequestException"),
    EXPIRED_TOKEN(403, "The security token included in the request is expired", "ExpiredTokenException"),
    INTEGRATION_FAILURE(504, "Internal server error", "InternalServerErrorException"),
    INTEGRATION_TIMEOUT(504, "Endpoint request timed out", "InternalServerErrorException"),
    INVALID_API_KEY(403, "Forbidden", "ForbiddenException"),
    INVALID_SIGNATURE(
            403,
            "The request signature we calculated does not match the signature you provided. "
                    + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
            "InvalidSignatureException"),
    MISSING_AUTHENTICATION_TOKEN(403, "Missing Authentication Token", "MissingAuthenticationTokenException"),
    QUOTA_EXCEEDED(429, "Limit Exceeded", "LimitExceededException"),
    REQUEST_TOO_LARGE(413, "HTTP content length exceeded 10485760 bytes.", "RequestTooLargeException"),
    RESOURCE_NOT_FOUND(404, "Not found", "ResourceNotFoundException"),
    THROTTLED(429, "Too Many Requests", "TooManyRequestsException"),
    UNAUTHORIZED(401, "Unauthorized", "UnauthorizedException"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type", "BadRequestException"),
    WAF_FILTERED(403, "Forbidden", "ForbiddenException");

    private final int status;
    private final @Nullable String message;
    private final String errorType;

    GatewayResponseType(int status, @Nullable String message, String errorType) {
        this.status = status;
        this.message = message;
        this.errorType = errorType;
    }

    /** The listed status. */
    public int status() {
        return status;
    }

    /** The default message, or null where AWS shows {@code null}. */
    public @Nullable String message() {
        return message;
    }

    /** The value of {@code x-amzn-ErrorType}. */
    public String errorType() {
        return errorType;
    }

    /** The fallback type whose customisation a type without its own follows. */
    public String family() {
        return status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
    }

    /** The status on the wire while neither the type nor its family is customised. */
    public int uncustomisedStatus() {
        return this == INTEGRATION_FAILURE ? 500 : status;
    }
}
