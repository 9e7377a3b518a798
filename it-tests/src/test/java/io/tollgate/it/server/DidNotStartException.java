package io.tollgate.it.server;

/** A gateway ended before it was ready; the message is what the launcher said. */
public final class DidNotStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DidNotStartException(String said) {
        super(said);
    }
}
