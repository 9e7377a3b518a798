package io.tollgate.dataplane.gateway;

import org.jspecify.annotations.Nullable;

/**
 * A call that the gateway answers itself.
 *
 * @param type why
 * @param message what the caller is told, or null where AWS shows {@code null}
 * @param status the status while the type is not customised
 * @param reason what the execution log says; never shown to the caller
 * @param validationError the failing field, for {@code $context.error.validationErrorString}, or null
 */
public record Rejection(
        GatewayResponseType type,
        @Nullable String message,
        int status,
        String reason,
        @Nullable String validationError) implements Outcome {

    /** A rejection as its type has it. */
    public static Rejection of(GatewayResponseType type, String reason) {
        return new Rejection(type, type.message(), type.uncustomisedStatus(), reason, null);
    }

    /** A rejection with a message of its own. */
    public static Rejection of(GatewayResponseType type, @Nullable String message, String reason) {
        return new Rejection(type, message, type.uncustomisedStatus(), reason, null);
    }

    /** The same with another status: a malformed proxy answer is an API_CONFIGURATION_ERROR with 502. */
    public Rejection withStatus(int other) {
        return new Rejection(type, message, other, reason, validationError);
    }

    /** The same with the failing field. */
    public Rejection withValidationError(String failing) {
        return new Rejection(type, message, status, reason, failing);
    }
}
