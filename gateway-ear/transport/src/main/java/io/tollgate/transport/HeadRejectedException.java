package io.tollgate.transport;

/** A request head that is ambiguous or malformed. Carries no stack trace. */
final class HeadRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HeadRejectedException(String reason) {
        super(reason, null, false, false);
    }
}
