package io.tollgate.spi.integration;

/** An integration has no answer. Carries no stack trace: it is an ordinary outcome of the request path. */
public final class IntegrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which gateway response the caller gets. */
    public enum Reason {
        /** INTEGRATION_TIMEOUT, 504. */
        TIMEOUT,
        /** INTEGRATION_FAILURE: the backend refused, closed or sent nonsense. */
        FAILURE,
        /** API_CONFIGURATION_ERROR, 500: the definition cannot work. */
        CONFIGURATION,
        /** Status 502 with "Internal server error": a proxied function's answer is malformed. */
        MALFORMED_PROXY_RESPONSE
    }

    private final Reason reason;

    /** A failure with a message for the execution log; it is never shown to the caller. */
    public IntegrationException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** Which gateway response the caller gets. */
    public Reason reason() {
        return reason;
    }
}
