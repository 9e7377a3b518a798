package io.tollgate.spi.http;

/** A call to a backend gave no answer. Carries no stack trace: it is an ordinary outcome of the request path. */
public final class UpstreamException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** The URI is not an absolute http(s) URI, or its host cannot be resolved. */
        BAD_ADDRESS,
        /** The connection was refused, or the network or TLS handshake failed. */
        UNREACHABLE,
        /** The time-out passed. */
        TIMEOUT,
        /** The backend closed the connection or sent something that is not HTTP. */
        BROKEN,
        /** The gateway's own limit of connections or waiting calls was reached. */
        OVERLOADED
    }

    private final Reason reason;

    /** A failure with a message for the log. */
    public UpstreamException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** Why there is no answer. */
    public Reason reason() {
        return reason;
    }
}
