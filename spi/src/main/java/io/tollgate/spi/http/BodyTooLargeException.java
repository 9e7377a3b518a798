package io.tollgate.spi.http;

/** A body had more bytes than its reader accepts. */
public final class BodyTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    /** The limit in bytes that was exceeded. */
    public BodyTooLargeException(long limit) {
        super("the body exceeds " + limit + " bytes", null, false, false);
        this.limit = limit;
    }

    /** The limit in bytes. */
    public long limit() {
        return limit;
    }
}
