package io.tollgate.transport.wire;

/** Bytes that are not HTTP, are ambiguous or beyond a limit. Carries no stack trace: it is an ordinary outcome. */
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** A refusal with the status that a client is told. */
    public WireException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** The status for a client that sent such bytes. */
    public int status() {
        return status;
    }

    static WireException bad(String what) {
        return new WireException(400, "Bad Request: " + what);
    }
}
